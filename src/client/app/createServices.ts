import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { keepStorage } from '#client/adapters/browser/keepStorage.ts';
import type { UploadPicture } from '#client/adapters/http/pictureUpload.ts';
import type { Services } from '#client/context.ts';
import { personPrefs } from '#client/stores/prefsStore.ts';
import type { UserId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import { createCommands } from '#sync/commands/createCommands.ts';
import type { EnginePorts } from '#sync/ports.ts';
import type { AlertOffer } from './alerts/createAlertOffer.ts';
import type { AppShared } from './AppShared.ts';
import { listMonthDays } from './chatDays/listMonthDays.ts';
import type { ChatWindows } from './chatWindow/createChatWindows.ts';
import { once } from './once.ts';
import { findMessages } from './originals/findMessages.ts';
import { withLastWords } from './storage/lastWords.ts';
import { createDeviceStorage } from './storage/createDeviceStorage.ts';
import { lateAppServices } from './miniApps/lateAppServices.ts';
import { lateQrTools } from './lateQrTools.ts';
import type { PersonView } from './createPersonView.ts';
import { lateThings } from './keeps/lateThings.ts';
import { createTypingNote } from './createTypingNote.ts';

/** What the services of a person stand on. */
export interface ServicesDeps {
  shared: AppShared;
  ports: Pick<EnginePorts, 'clock' | 'line' | 'random' | 'rpc' | 'session' | 'store'>;
  stores: Services['stores'];
  windows: ChatWindows;
  lookUpUsers(ids: readonly UserId[]): void;
  serverNow(): number;
  offer: AlertOffer;
  loadMedia: Services['loadMedia'];
  onBatch: PersonView['onBatch'];
}

/** After a message was sent, what the browser is asked because of it waits until the message is drawn, ms: asking stops the page. */
const restMs = 300;

const makeCommands = ({ store, line, clock, random, session }: ServicesDeps['ports']) =>
  withLastWords(createCommands({ store, line, clock, random }), { uid: session.userId, clock, random });

/** What the browser is asked because somebody uses the app in earnest. */
function afterSending({ shared, ports, offer }: ServicesDeps): () => void {
  const askToKeep = once(() => {
    keepStorage(shared.kabar).catch((error: unknown) => consoleLog.warn('keep.failed', { error: String(error) }));
  });
  return () => {
    ports.clock.after(restMs, () => {
      askToKeep();
      void offer.noteSent();
    });
  };
}

/** Makes everything that features may use of a logged-in person. */
export function createServices(deps: ServicesDeps): Services {
  const { shared, ports, stores, windows, lookUpUsers, serverNow, offer } = deps;
  const { clock, line, random, rpc, session, store } = ports;
  const commands = makeCommands(ports);
  const askLater = afterSending(deps);
  const setPrefs: Services['setPrefs'] = (change) => {
    shared.setDevicePrefs(change);
    for (const key of personPrefs) {
      if (change[key] !== undefined) void commands.setPref({ key, val: JSON.stringify(change[key]) });
    }
  };
  const typing = createTypingNote(clock, (c) => line.call({ t: 'typing', c }));
  return {
    me: { userId: session.userId },
    commands: {
      ...commands,
      async sendMessage(input) {
        typing.sent(input.c);
        const cid = await commands.sendMessage(input);
        askLater();
        return cid;
      },
    },
    storage: createDeviceStorage({ store, line }),
    qr: lateQrTools,
    stores,
    openChat: (c) => windows.open(c),
    listDays: (c, month, show) => listMonthDays({ store, rpc, log: consoleLog }, { c, month }, show),
    findMessages: (c, seqs, show) => findMessages({ store, rpc, log: consoleLog }, { c, seqs }, show),
    ...lateAppServices(stores, ports),
    rpc: (name, input) => rpc.call(name, input),
    upload: lateUpload(session),
    ...lateThings(deps),
    newOp: () => toOpId(random.uuid()),
    typing(c) {
      if (stores.prefs.getState().sendTyping) typing.typed(c);
    },
    wantUsers: lookUpUsers,
    watch: (ids) => windows.watch(ids),
    countUnsent: () =>
      store.read(['outbox'], async (tx) => {
        const entries = await tx.range('outbox', { index: ':primary' });
        return entries.filter((entry) => entry.state !== 'acked').length;
      }),
    logOut: () => shared.leave(session.userId),
    setAccount: (account) => shared.noteAccount(account),
    reconnect: () => line.call({ t: 'wake' }),
    serverNow,
    setPrefs,
    async allowAlerts() {
      if (stores.prefs.getState().notifications === 'off') setPrefs({ notifications: 'on' });
      await offer.allow();
    },
    postponeAlerts: () => offer.postpone(),
    applyUpdate: () => shared.applyUpdate(),
  };
}

/** Few people change a picture: what sends it is loaded when somebody does. */
function lateUpload(session: ServicesDeps['ports']['session']): UploadPicture {
  return async (purpose, picture, onProgress) => {
    try {
      const { pictureUpload } = await import('#client/adapters/http/pictureUpload.ts');
      return await pictureUpload(session)(purpose, picture, onProgress);
    } catch {
      // Without a network the code itself cannot be had.
      return { ok: false, code: 'UNAVAILABLE' };
    }
  };
}
