import { emitter } from '#base/emitter.ts';
import type { EngineCall, EngineEvent } from './changes.ts';
import type { TabLine } from './ports.ts';

/**
 * A line on which own messages come back too, for a context in which screens, commands and perhaps the engine live together: whoever listens need not
 * know whether the engine runs here or in another tab. Own messages arrive at once, before the call returns.
 */
export function loopLine(line: TabLine): TabLine {
  const events = emitter<EngineEvent>();
  const calls = emitter<EngineCall>();
  line.onEvent((event) => events.emit(event));
  line.onCall((call) => calls.emit(call));
  return {
    tab: line.tab,
    announce(event) {
      line.announce(event);
      events.emit(event);
    },
    call(call) {
      line.call(call);
      calls.emit(call);
    },
    onEvent: (listener) => events.on(listener),
    onCall: (listener) => calls.on(listener),
  };
}
