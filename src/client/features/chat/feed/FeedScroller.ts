import { flushSync } from 'react-dom';
import { bringLine, bubbleTop } from './bringLine.ts';
import type { FeedElements, FeedFrame } from './FeedFrame.ts';
import type { FeedOpening, FeedPlace, FeedSpot } from './FeedPlace.ts';
import { firstRange, nextRange, rangeAround } from './feedRange.ts';
import type { FeedRange, FeedSizes } from './feedRange.ts';
import { lookAtFeed, type FeedSight } from './lookAtFeed.ts';
import { AT_END_PX, spaceBelow } from './spaceBelow.ts';

/** An own new message takes a reader along who is this near to the end, px. */
const NEAR_END_PX = 160;

/**
 * Holds the view still. It remembers one line and where that line's bubble stood; whatever the document does then (lines before it, other heights,
 * another range), the bubble is put back before the next paint. At the end it holds on to the end instead. See {@link VirtualFeed}.
 */
export class FeedScroller {
  readonly sizes: FeedSizes;
  private readonly lines = new Map<string, HTMLElement>();
  private readonly resizes: ResizeObserver;
  private elements: FeedElements | undefined;
  private frame: FeedFrame | undefined;
  /** the line that is held; `edge`: where the view's upper edge was on the screen */
  private anchor: (FeedSpot & { edge: number }) | undefined;
  private isStuck: boolean;
  private isNear: boolean;
  /** px by which the upper spacer differs from the sum of the heights it stands for: lines drawn above were not as high as guessed */
  private padFix = 0;
  private hasOpened = false;
  private readonly opensAt: FeedOpening;

  constructor(sizes: FeedSizes, opensAt: FeedOpening) {
    this.sizes = sizes;
    this.opensAt = opensAt;
    this.isStuck = opensAt === 'end';
    this.isNear = this.isStuck;
    this.resizes = new ResizeObserver((entries) => {
      for (const { target } of entries) this.measure(target as HTMLElement);
      this.sizes.settle();
      this.settle('content');
    });
  }

  attach(elements: FeedElements): () => void {
    this.elements = elements;
    this.resizes.observe(elements.view);
    return () => this.resizes.unobserve(elements.view);
  }

  /** Ref of a line's element. */
  observe = (element: HTMLElement | null): (() => void) | undefined => {
    const key = element?.dataset['key'];
    if (!element || key === undefined) return undefined;
    this.lines.set(key, element);
    this.resizes.observe(element);
    return () => {
      this.resizes.unobserve(element);
      if (this.lines.get(key) === element) this.lines.delete(key);
    };
  };

  isNearEnd(): boolean {
    return this.isNear;
  }

  /** Where the reader is: the line that is held still. */
  spot(): FeedSpot | undefined {
    return this.anchor && { key: this.anchor.key, top: this.anchor.top };
  }

  /** After a commit, before the paint. */
  commit(next: FeedFrame): void {
    const before = this.frame;
    this.frame = next;
    const isRangeOnly = before !== undefined && before.keys === next.keys && before.range !== next.range;
    const isNewEnd = before !== undefined && before.keys.at(-1) !== next.keys.at(-1);
    if (isNewEnd && next.endsWithOwn && this.isNear) this.isStuck = true;
    this.measureNew(next);
    this.settle(isRangeOnly ? 'range' : 'content');
  }

  handleScroll(): void {
    const { elements, frame } = this;
    if (!elements || !frame) return;
    const { view } = elements;
    this.isStuck = frame.isEndReal && spaceBelow(view) <= AT_END_PX;
    const sight = this.remember();
    if (sight) {
      this.refill(sight);
      return;
    }
    // The bar was dragged into a spacer: what belongs there is drawn at once.
    const index = this.indexAt(view.scrollTop);
    // The first line has its head above it: there the bar's own place is right.
    this.anchor = index > 0 ? { key: frame.keys[index] ?? '', top: 0, edge: this.edge() } : undefined;
    flushSync(() => frame.setRange(rangeAround(frame.keys, this.sizes, { index, top: 0, height: view.clientHeight })));
  }

  scrollToEnd(): void {
    const { frame } = this;
    if (!frame) return;
    this.isStuck = true;
    if (frame.range.to < frame.keys.length) this.draw(firstRange(frame.keys.length, 'end'));
    this.settle('content');
  }

  /** Brings a line into view, drawing it first where needed; answers its element. */
  show(key: string, place: FeedPlace): HTMLElement | undefined {
    const index = this.frame?.keys.indexOf(key) ?? -1;
    const { elements, frame } = this;
    if (!elements || !frame || index < 0) return undefined;
    if (!this.lines.has(key)) {
      this.isStuck = false;
      this.draw(rangeAround(frame.keys, this.sizes, { index, top: 0, height: elements.view.clientHeight }));
    }
    const line = this.lines.get(key);
    if (line) this.bring(line, place);
    this.remember();
    this.settle('content');
    return line;
  }

  /** Height of the upper spacer for a range, px. */
  private padTop(): number {
    const { frame } = this;
    if (!frame) return 0;
    if (frame.range.from === 0) this.padFix = 0;
    return Math.max(0, this.sizes.sum(frame.keys, 0, frame.range.from) + this.padFix);
  }

  private draw(range: FeedRange): void {
    this.anchor = undefined;
    flushSync(() => this.frame?.setRange(range));
  }

  /** Everything that follows a change of the document. */
  private settle(why: 'range' | 'content'): void {
    const { elements, frame } = this;
    if (!elements || !frame || elements.view.clientHeight === 0) return;
    elements.spacerTop.style.height = `${this.padTop()}px`;
    elements.spacerBottom.style.height = `${this.sizes.sum(frame.keys, frame.range.to, frame.keys.length)}px`;
    if (!this.hasOpened && frame.keys.length > 0) this.open();
    else if (this.isStuck && frame.isEndReal) elements.view.scrollTop = elements.view.scrollHeight;
    else this.restore(why);
    this.refill(this.remember());
  }

  private open(): void {
    const { elements, opensAt } = this;
    this.hasOpened = true;
    const line = opensAt === 'end' ? undefined : this.lines.get(opensAt.key);
    if (opensAt !== 'end' && line) this.bring(line, opensAt.place);
    else if (elements) elements.view.scrollTop = elements.view.scrollHeight;
  }

  /** Lines that were never drawn before. Of all others the observer tells when their height changes. */
  private measureNew({ keys, range }: FeedFrame): void {
    for (let index = range.from; index < range.to; index += 1) {
      const key = keys[index] ?? '';
      const line = this.sizes.has(key) ? undefined : this.lines.get(key);
      if (line) this.measure(line);
    }
    this.sizes.settle();
  }

  private measure(line: HTMLElement): void {
    const { key } = line.dataset;
    const { height } = line.getBoundingClientRect();
    // In a view that is not shown no line has a height; what is known of it stays.
    if (key !== undefined && height > 0 && this.lines.get(key) === line) this.sizes.set(key, height);
  }

  private restore(why: 'range' | 'content'): void {
    const { elements, frame, anchor } = this;
    const line = anchor && this.lines.get(anchor.key);
    if (!elements || !frame || !anchor || !line) return;
    // A strip that comes or goes above the conversation moves its edge, but not what is being read.
    const diff = bubbleTop(elements.view, line) - anchor.top + this.edge() - anchor.edge;
    if (Math.abs(diff) < 0.5) return;
    const pad = Number.parseFloat(elements.spacerTop.style.height) - diff;
    if (why === 'range' && frame.range.from > 0 && pad >= 0) {
      // The spacer takes the difference: writing scrollTop would stop a finger's momentum on iOS.
      this.padFix -= diff;
      elements.spacerTop.style.height = `${pad}px`;
    } else {
      elements.view.scrollTop += diff;
    }
  }

  /** Where the view's upper edge is on the screen, px. */
  private edge(): number {
    return this.elements?.view.getBoundingClientRect().top ?? 0;
  }

  /** Answers what is in sight. */
  private remember(): FeedSight | undefined {
    const { elements, frame } = this;
    const sight = this.look();
    if (!elements || !frame) return undefined;
    this.isNear = frame.isEndReal && spaceBelow(elements.view) <= NEAR_END_PX;
    if (!sight) return undefined;
    const key = frame.keys[sight.anchor] ?? '';
    const line = this.lines.get(key);
    if (line) this.anchor = { key, top: bubbleTop(elements.view, line), edge: this.edge() };
    return sight;
  }

  private look(): FeedSight | undefined {
    const { elements, frame } = this;
    return elements && frame && lookAtFeed(elements.view, frame, this.lines);
  }

  private refill(sight: FeedSight | undefined): void {
    const { elements, frame } = this;
    if (!elements || !frame || !sight) return;
    const { view } = elements;
    const wanted = nextRange(frame.range, frame.keys, this.sizes, {
      index: sight.first,
      top: sight.top,
      height: view.clientHeight,
    });
    if (wanted.from !== frame.range.from || wanted.to !== frame.range.to) frame.setRange(wanted);
    frame.onView?.({ first: sight.first, last: sight.last, above: view.scrollTop, below: spaceBelow(view) });
  }

  private bring(line: HTMLElement, place: FeedPlace): void {
    const { elements } = this;
    if (!elements) return;
    bringLine(elements.view, line, place);
    this.isStuck = (this.frame?.isEndReal ?? false) && spaceBelow(elements.view) <= AT_END_PX;
  }

  private indexAt(offset: number): number {
    const { frame } = this;
    let sum = 0;
    for (let index = 0; index < (frame?.keys.length ?? 0); index += 1) {
      sum += this.sizes.get(frame?.keys[index]);
      if (sum > offset) return index;
    }
    return Math.max(0, (frame?.keys.length ?? 1) - 1);
  }
}
