import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { actionsOf } from '../model/actionsOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineOverlay } from './LineOverlay.ts';
import { LineOverlays } from './LineOverlays.tsx';

type StageProps = { kind: LineOverlay['kind']; item: FeedItem; canDelete?: boolean };

/** The layer over one line, which a box stands for. */
function Stage({ kind, item, canDelete = false }: StageProps) {
  const look = useSampleLook();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const open: LineOverlay | null =
    kind === 'menu' || kind === 'reactions' ? anchor && { kind, item, anchor } : { kind, item };
  return (
    <div className="min-h-80 pt-24">
      <div ref={setAnchor} className="mx-auto h-12 w-60 rounded-bubble bg-bubble-own" />
      {open && (
        <LineOverlays
          open={open}
          look={look}
          actions={actionsOf(item, true, sampleNow, { canDelete, canMark: true, hasModerators: canDelete })}
          onClose={() => {}}
          onUnsend={() => {}}
          onHide={() => {}}
          loadVersions={async () => [{ x: 'Saturday at eight, by the ticket gate', at: sampleNow - 3_600_000 }]}
        />
      )}
    </div>
  );
}

const other = sampleLine('group', '車票錢');
const edited = sampleLine('direct', 'In front of the bakery');
const failed = sampleLine('group', 'packing list');

const meta: Meta<typeof Stage> = {
  title: 'features/chat/LineOverlays',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { kind: 'menu', item: other },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const MenuOther: Story = {};
/** A moderator may take away what somebody else wrote. */
export const MenuModerator: Story = { args: { canDelete: true } };
export const MenuOwn: Story = { args: { item: edited } };
export const MenuFailed: Story = { args: { item: failed } };
export const Reactions: Story = { args: { kind: 'reactions', item: sampleLine('group', '14 kursi') } };
export const Sheet: Story = { args: { kind: 'sheet', item: edited }, globals: { viewport: { value: 'phone' } } };
export const SheetFailed: Story = { args: { kind: 'sheet', item: failed }, globals: { viewport: { value: 'phone' } } };
export const Unsend: Story = { args: { kind: 'unsend', item: edited } };
export const Delete: Story = { args: { kind: 'delete', canDelete: true } };
export const Versions: Story = { args: { kind: 'versions', item: edited } };
export const SheetJapaneseLargeText: Story = {
  args: { kind: 'sheet', item: edited },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { item: edited }, parameters: { dir: 'rtl' } };
