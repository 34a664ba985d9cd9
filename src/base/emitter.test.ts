import { describe, expect, it } from 'vitest';
import { emitter } from './emitter.ts';

describe('emitter', () => {
  it('calls listeners in order, and the same function once per subscription', () => {
    const events = emitter<number>();
    const heard: string[] = [];
    const listener = (event: number) => void heard.push(`a${event}`);
    const stop = events.on(listener);
    events.on((event) => void heard.push(`b${event}`));
    events.on(listener);
    events.emit(1);
    stop();
    stop();
    events.emit(2);
    expect(heard).toEqual(['a1', 'b1', 'a1', 'b2', 'a2']);
    expect(events.size()).toBe(2);
  });

  it('lets every listener hear the event although one throws, then throws', () => {
    const events = emitter<string>();
    const heard: string[] = [];
    events.on(() => {
      throw new Error('first');
    });
    events.on((event) => void heard.push(event));
    expect(() => events.emit('x')).toThrow('first');
    expect(heard).toEqual(['x']);
  });

  it('keeps a listener that was removed or added during the round from hearing it', () => {
    const events = emitter<string>();
    const heard: string[] = [];
    events.on(() => {
      stopLate();
      events.on(() => void heard.push('new'));
    });
    const stopLate = events.on(() => void heard.push('late'));
    events.emit('x');
    expect(heard).toEqual([]);
  });
});
