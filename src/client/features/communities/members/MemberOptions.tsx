import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { toRoleName } from '#domain/communityRules.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { MemberOption } from './MemberOption.tsx';

/** Rows that Page up and Page down go over. */
const PAGE = 8;
/** Frames in which a row that was out of sight is drawn; before that it takes no focus. */
const FOCUS_FRAMES = 20;

export type MemberOptionsHandle = { jumpTo: (place: number) => void; focusFirst: () => void };

export type MemberOptionsProps = {
  /** the accessible name */
  label: string;
  total: number;
  /** the member at a place; undefined while it is being fetched */
  memberAt: (place: number) => Mem | undefined;
  /** how many stand before the first member without a role; with it, roles have headings */
  staff?: number | undefined;
  myId: number | undefined;
  onPress: (member: Mem, anchor: Element) => void;
  /** members who are chosen, while several are being chosen; a row is then a tick */
  chosen?: ReadonlyMap<number, unknown> | undefined;
  /** places in sight, both ends included */
  onLook: (from: number, to: number) => void;
  /** somebody typed a letter */
  onLetter?: ((letter: string) => void) | undefined;
  /** arrow up from the first row */
  onLeaveTop: () => void;
  ref?: Ref<MemberOptionsHandle>;
};

/** Members in their order, thousands of them: only what is in sight is in the page and asked for. One tab stop; arrows, pages, Home and End move. */
export function MemberOptions(props: MemberOptionsProps) {
  const { label, total, memberAt, staff, myId, chosen, onPress, onLook, onLetter, onLeaveTop, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualizerHandle>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, total - 1));
  const look = () => {
    const list = virtual.current;
    if (!list) return;
    onLook(list.findItemIndex(list.scrollOffset), list.findItemIndex(list.scrollOffset + list.viewportSize));
  };
  const lookRef = useRef(look);
  useEffect(() => {
    lookRef.current = look;
  });
  useEffect(() => {
    // The first look needs sizes, which are known a frame after the rows are drawn.
    const frame = requestAnimationFrame(() => lookRef.current());
    return () => cancelAnimationFrame(frame);
  }, [total]);
  const focus = (place: number) => {
    virtual.current?.scrollToIndex(place, { align: 'nearest' });
    setActive(place);
    if (scroller.current) focusPlace(scroller.current, place, FOCUS_FRAMES);
  };
  useImperativeHandle(ref, () => ({
    jumpTo(place) {
      setActive(place);
      // In a frame of its own: the row that is kept for the focus is drawn first, or both would be measured in one breath.
      requestAnimationFrame(() => virtual.current?.scrollToIndex(place, { align: 'start' }));
    },
    focusFirst: () => focus(0),
  }));
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const member = memberAt(current);
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'ContextMenu') {
      event.preventDefault();
      if (member) onPress(member, event.currentTarget);
      return;
    }
    const goal = goalOf(event.key, current, total);
    if (goal !== undefined) {
      event.preventDefault();
      if (goal < 0) onLeaveTop();
      else focus(Math.min(goal, total - 1));
    } else if (onLetter && /^.$/su.test(event.key)) onLetter(event.key);
  };
  const places = Array.from({ length: total }, (_, index) => index);
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable={chosen ? true : undefined}
      className="scroll-pane relative flex-1 px-2 pb-3"
    >
      <Virtualizer
        ref={virtual}
        data={places}
        scrollRef={scroller}
        itemSize={56}
        keepMounted={total > 0 ? [current] : []}
        onScroll={() => look()}
      >
        {(place: number) => (
          <div key={place} role="presentation">
            <RoleHeading place={place} total={total} memberAt={memberAt} staff={staff} />
            <MemberOption
              member={memberAt(place)}
              isMe={myId !== undefined && memberAt(place)?.u === myId}
              place={place}
              total={total}
              isSelected={chosen?.has(memberAt(place)?.u ?? -1) ?? false}
              isPicking={chosen !== undefined}
              tabIndex={place === current ? 0 : -1}
              onFocus={() => setActive(place)}
              onKeyDown={handleKey}
              onPress={(anchor) => {
                const member = memberAt(place);
                if (member) onPress(member, anchor);
              }}
            />
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

function goalOf(key: string, current: number, total: number): number | undefined {
  if (key === 'PageDown') return Math.min(current + PAGE, total - 1);
  if (key === 'PageUp') return Math.max(current - PAGE, 0);
  return { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: total - 1 }[key];
}

/** Owner, admins, moderators, members: where the role changes. The order is the server's. */
function RoleHeading({
  place,
  total,
  memberAt,
  staff,
}: Pick<MemberOptionsProps, 'total' | 'memberAt' | 'staff'> & { place: number }) {
  const { t } = useTranslation();
  if (staff === undefined) return null;
  if (place === staff) return <Heading text={t('community.members.members', { count: total - staff })} />;
  const member = memberAt(place);
  if (!member || place > staff) return null;
  const role = toRoleName(member);
  const before = place === 0 ? undefined : memberAt(place - 1);
  if (place > 0 && (!before || toRoleName(before) === role)) return null;
  return <Heading text={role === 'member' ? '' : t(`community.members.${role}`)} />;
}

function Heading({ text }: { text: string }) {
  return (
    // A list of options owns options only; each row says its role itself.
    <div aria-hidden className="px-2">
      <SectionLabel>{text}</SectionLabel>
    </div>
  );
}

/** Puts the focus on a row as soon as it can take it. */
function focusPlace(list: HTMLElement, place: number, frames: number): void {
  requestAnimationFrame(() => {
    const target = list.querySelector<HTMLElement>(`[data-place="${place}"]`);
    target?.focus({ preventScroll: true });
    if (document.activeElement !== target && frames > 0) focusPlace(list, place, frames - 1);
  });
}
