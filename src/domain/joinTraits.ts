import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { limits } from '#protocol/limits.ts';

/** The wire's numbers about coming in by their meaning, for screens, which know the protocol's types only. */

/** Most characters (UTF-16 units) of an answer to the question of a chat, and of the question. */
export const noteMax: number = limits.noteMax;
export const questionMax: number = limits.joinQuestionMax;
/** Invite links of one chat that work at the same time. */
export const linksMax: number = limits.linksMax;

/** Whether who comes by a link waits for a member to let him in. */
export const hasApproval = (set: ChatSettings | undefined): boolean => set?.join === joinMode.approval;
/** The change that turns this on or off (`chat.settings`). */
export const approvalChange = (isOn: boolean): Pick<ChatSettings, 'join'> => ({
  join: isOn ? joinMode.approval : joinMode.closed,
});
