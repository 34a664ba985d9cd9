import { emitter } from '#base/emitter.ts';
import type { EngineCall, EngineEvent } from '#sync/changes.ts';
import type { TabLine } from '#sync/ports.ts';

/** What travels between tabs. */
type Parcel = { event: EngineEvent } | { call: EngineCall };

/** The line between all tabs of a person, over BroadcastChannel. `name`: `kabar-<uid>`; `tab`: id of this tab. Own messages do not come back. */
export function openTabLine(name: string, tab: string): TabLine & { close(): void } {
  const channel = new BroadcastChannel(name);
  const events = emitter<EngineEvent>();
  const calls = emitter<EngineCall>();
  let isClosed = false;
  // An engine that is just ending may still have a last word; nobody needs it.
  const post = (parcel: Parcel): void => {
    if (!isClosed) channel.postMessage(parcel);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Parcel>) => {
    if ('event' in data) events.emit(data.event);
    else calls.emit(data.call);
  });
  return {
    tab,
    announce: (event) => post({ event }),
    call: (call) => post({ call }),
    onEvent: (listener) => events.on(listener),
    onCall: (listener) => calls.on(listener),
    close() {
      isClosed = true;
      channel.close();
    },
  };
}
