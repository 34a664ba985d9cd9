import type { Meta, StoryObj } from '@storybook/react-vite';
import { DayChip } from '#client/ui/DayChip.tsx';
import { UnreadLine } from '#client/ui/UnreadLine.tsx';
import { PhotoLayer } from './PhotoLayer.tsx';
import { SystemLine } from './SystemLine.tsx';

const svg = (stops: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><linearGradient id="g" x2="1" y2="1">${stops}</linearGradient><path d="M0 0h40v40H0z" fill="url(#g)"/><path d="M0 30 14 14l9 9 6-5 11 12v10H0z" fill="#000" opacity=".5"/></svg>`)}`;
const night = svg('<stop stop-color="#000"/><stop offset="1" stop-color="#243"/>');
const snow = svg('<stop stop-color="#fff"/><stop offset="1" stop-color="#ffe9b0"/>');

type StageProps = { src: string | undefined };

/** What stands beside the bubbles, over a picture. */
function Stage({ src }: StageProps) {
  return (
    <div
      data-ground="photo"
      className="relative grid justify-items-center gap-3 overflow-hidden rounded-card bg-surface-sunken p-6 [--plane:var(--surface-sunken)]"
    >
      <PhotoLayer src={src} />
      <DayChip text="Friday, 14 November" dateTime="2026-11-14" />
      <SystemLine text="Sari added 韋婷" />
      <UnreadLine text="Unread from here" />
      <p className="person-name text-13 font-semibold" style={{ '--h': 120 } as object}>
        青島みのり
      </p>
      <p className="rounded-bubble bg-bubble-other px-[13px] py-[7px] text-15 text-ink shadow-bubble">
        See you at the harbour?
      </p>
      <p className="text-12 text-ink-faint tabular-nums">Read 4 · 19:24</p>
    </div>
  );
}

const meta: Meta<typeof Stage> = { title: 'parts/PhotoLayer', component: Stage, args: { src: night } };
export default meta;
type Story = StoryObj<typeof Stage>;

export const Dark: Story = {};
export const Bright: Story = { args: { src: snow } };
/** Not here yet, or not to be had. */
export const Missing: Story = { args: { src: undefined } };
export const Phone: Story = { parameters: { width: 360 } };
