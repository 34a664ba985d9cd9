import type { SeededBug } from './seededBugTypes.ts';

/** Mistakes of the sync engine. */
export const clientBugs: readonly SeededBug[] = [
  {
    name: 'cursor-before-rows',
    what: 'the watermark is stored in a transaction of its own before the rows',
    edits: [
      {
        file: 'src/sync/door.ts',
        find: 'const states = await ctx.commit((tx) => applyAll(tx, batch));',
        replace: `await ctx.commit(async (tx) => {
          for (const { c, a, b } of batch) {
            const chat = await tx.get('chats', c);
            if (chat && a <= chat.sync.rev && b > chat.sync.rev) await tx.put('chats', [{ ...chat, sync: { ...chat.sync, rev: b } }]);
          }
        });
        const states = await ctx.commit((tx) => applyAll(tx, batch));`,
      },
    ],
  },
  {
    name: 'deleted-on-send',
    what: 'an entry leaves the outbox when it is sent, not when it has arrived',
    edits: [
      {
        file: 'src/sync/outbox/pickWork.ts',
        find: "if (fresh.length > 0) await tx.put('outbox', fresh);",
        replace: "await tx.del('outbox', tried.map(({ id }) => id));",
      },
    ],
  },
  {
    name: 'two-in-flight',
    what: 'a lane sends its next entries before the answer to the last ones',
    edits: [
      {
        file: 'src/sync/outbox.ts',
        find: '!state.isWanted || state.isBusy || busy >= lanesAtOnce',
        replace: '!state.isWanted || busy >= lanesAtOnce',
      },
      {
        file: 'src/sync/outbox.ts',
        find: 'const verdict = await deliver(ctx, { link, door, hooks, state }, work);',
        replace: `const flying = ((globalThis as { flying?: Set<string> }).flying ??= new Set());
    for (const { i } of work) flying.add(i);
    const verdict = await deliver(ctx, { link, door, hooks, state }, work).finally(() => work.forEach(({ i }) => flying.delete(i)));`,
      },
      {
        file: 'src/sync/outbox/pickWork.ts',
        find: "(entry) => entry.state === 'queued' && !entry.old);",
        replace:
          "(entry) => entry.state === 'queued' && !entry.old && !(globalThis as { flying?: Set<string> }).flying?.has(entry.i));",
      },
    ],
  },
  {
    name: 'no-epoch-check',
    what: 'the store takes what an engine writes whose lead is over',
    edits: [
      {
        file: 'src/client/adapters/memory/memoryStore.ts',
        find: "if (epoch !== undefined && lease?.epoch !== epoch) throw new AppError('FENCED');",
        replace: "if (epoch !== undefined && !lease) throw new AppError('FENCED');",
      },
    ],
  },
  {
    name: 'history-without-flight',
    what: 'a page of history is stored as fresh without the changes that arrived while it was under way',
    edits: [
      {
        file: 'src/sync/history.ts',
        find: 'const missed = flight?.missed() ?? { deltas: [], rev: 0 };',
        replace: 'const missed = { deltas: [], rev: flight?.missed().rev ?? 0 };',
      },
    ],
    seed: 105,
  },
  {
    name: 'own-counted',
    what: 'own messages count as unread',
    edits: [{ file: 'src/sync/merge/countChat.ts', find: 'return seqs.size;', replace: 'return seqs.size * 0;' }],
  },
  {
    name: 'new-cid-on-retry',
    what: 'a message that is sent again gets a new id',
    edits: [
      {
        file: 'src/sync/outbox/pickWork.ts',
        find: 'const tried = run.map((entry) => (entry.tried === 1 ? entry : { ...entry, tried: 1 as const }));',
        replace: `const tried = run.map((entry) => {
          if (entry.tried !== 1 || entry.action.t !== 'send') return { ...entry, tried: 1 as const };
          const cid = crypto.randomUUID() as Cid;
          return { ...entry, i: cid, action: { ...entry.action, cid } };
        });`,
      },
    ],
  },
  {
    name: 'a1-ack-as-one-delta',
    what: 'an acknowledged message moves the watermark over what others wrote before it',
    edits: [
      {
        file: 'src/sync/outbox/settleSends.ts',
        find: 'isStoredAsSent(action) && item.dup === undefined && item.s - 1 <= before.chat.sync.rev;',
        replace: 'isStoredAsSent(action) && item.dup === undefined;',
      },
      {
        file: 'src/sync/outbox/settleSends.ts',
        find: 'return { c: chat.c, a: item.s - 1, b: item.s,',
        replace: 'return { c: chat.c, a: Math.min(item.s - 1, chat.sync.rev), b: item.s,',
      },
    ],
  },
  {
    // The first place alone does no harm: messages that such a standing forgets are counted from the cache.
    name: 'a3-without-lo',
    what: 'a standing is taken and added to as if it did not say which message of mine it knows',
    edits: [
      {
        file: 'src/sync/merge/takeMe.ts',
        find: '(incoming.rs >= stored.rs && incoming.lo >= stored.lo) ||',
        replace: 'incoming.rs >= stored.rs ||',
      },
      {
        file: 'src/sync/merge/countChat.ts',
        find: 'const after = Math.max(chat.me.lo, chat.me.rs);',
        replace: 'const after = chat.me.rs;',
      },
    ],
  },
  {
    name: 'a6-touch-forgotten',
    what: 'a change that is only named is not remembered on the cached row',
    edits: [
      {
        file: 'src/sync/merge.ts',
        find: 'if (stored) next.set(seq, markNeeded(stored, rev));',
        replace: 'if (stored) next.set(seq, markNeeded(stored, Math.min(rev, 0)));',
      },
    ],
    seed: 105,
  },
  {
    name: 'a9-ue-over-hole',
    what: 'the position in own changes moves over a hole',
    edits: [{ file: 'src/sync/inbox.ts', find: 'const follows = a <= urev;', replace: 'const follows = a >= 0;' }],
  },
  {
    name: 'a12-edit-of-tried',
    what: 'a text that may have left is changed in place',
    edits: [
      {
        file: 'src/sync/commands/editMessage.ts',
        find: "if (isUntried(entry) || entry.state === 'failed') {",
        replace: "if (entry.state !== 'acked') {",
      },
    ],
    seed: 140,
  },
  {
    name: 'older-edit-behind',
    what: 'an edit from before a refusal goes out behind the text that was changed since',
    edits: [
      {
        file: 'src/sync/commands/editMessage.ts',
        find: 'await dropEdits(tx, entry, action.cid);',
        replace: 'void dropEdits;',
      },
    ],
    seed: 60181,
  },
  {
    name: 'a15-no-scan',
    what: 'the outbox is looked through only when somebody pokes',
    edits: [
      { file: 'src/sync/outbox.ts', find: 'ctx.after(scanMs, tick);', replace: 'void scanMs;' },
      {
        file: 'src/sync/outbox.ts',
        find: 'Object.assign(state, { failures: 0, restUntil: 0 });\n      drain(sender);',
        replace: 'Object.assign(state, { failures: 0, restUntil: 0 });',
      },
    ],
  },
  {
    name: 'arrived-by-watermark',
    what: 'an acknowledged message leaves in the middle of a catch-up of several pages',
    edits: [
      {
        file: 'src/sync/merge/mergeOutbox.ts',
        find: 'if (sync.rev < head.rev) return false;',
        replace: 'if (sync.rev < head.rev - 1e9) return false;',
      },
    ],
    seed: 397,
  },
  {
    name: 'old-farewell',
    what: 'an old word that I am out of a chat takes it away after I have come back',
    seed: 200_001,
    edits: [
      {
        file: 'src/sync/inbox.ts',
        find: 'if (!isOld) for (const c of gone)',
        replace: 'for (const c of gone)',
      },
    ],
  },
  {
    name: 'old-welcome',
    what: 'an old word that I came into a chat brings it back after I have gone',
    seed: 200_002,
    edits: [
      {
        file: 'src/sync/inbox.ts',
        find: 'const wanted = isOld ? chats.filter((_, at) => known[at] !== undefined) : chats;',
        replace: 'const wanted = chats;',
      },
    ],
  },
  {
    name: 'cards-outlive-chat',
    what: 'cards of members are remembered as here after they have gone',
    seed: 206_055,
    edits: [
      {
        file: 'src/sync/memberCards.ts',
        find: "if (wiped.includes('members')) places.clear();",
        replace: 'void wiped;',
      },
      {
        file: 'src/sync/memberCards.ts',
        find: 'for (const [c] of members?.del ?? []) places.delete(c);',
        replace: 'void members;',
      },
    ],
  },
];
