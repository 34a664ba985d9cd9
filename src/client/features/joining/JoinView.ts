import type { RequestOutput } from '#protocol/requests.ts';

/** What is known of an invite link. `again`: when asking is possible again, in words. */
export type JoinView =
  | { kind: 'loading' }
  | { kind: 'gone' }
  | { kind: 'failed'; problem: string }
  | {
      kind: 'chat';
      c: number;
      chatKind: number;
      title?: string | undefined;
      avatar?: string | undefined;
      about?: string | undefined;
      rules?: string | undefined;
      count: number;
      isFull: boolean;
      asks: boolean;
      question?: string | undefined;
      me: RequestOutput<'link.peek'>['me'];
      /** waiting for a community: the name I asked under */
      name?: string | undefined;
      again?: string | undefined;
    };
