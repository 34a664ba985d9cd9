import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';

const meta = { title: 'ui/Tokens' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const COLOURS = [
  'surface-sunken',
  'surface',
  'surface-raised',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'ink-faint',
  'brand',
  'brand-soft',
  'bubble-own',
  'bubble-other',
  'unread',
  'unread-soft',
  'danger',
  'danger-soft',
  'warn',
  'warn-soft',
  'ok',
  'ok-soft',
  'muted',
  'focus',
  'presence',
];

export const Colours: Story = {
  render: () => (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-3 text-12 text-ink-soft">
      {COLOURS.map((name) => (
        <span key={name} className="grid gap-1">
          <span className="h-12 rounded-kabar shadow-edge" style={{ background: `var(--${name})` }} />
          {name}
        </span>
      ))}
    </div>
  ),
  // Guards the whole set-up: the run called dark must really be dark, and the light one light.
  play: ({ globals }) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const isDark = (canvas.getImageData(0, 0, 1, 1).data[0] ?? 0) < 128;
    void expect(isDark).toBe(globals['theme'] === 'dark');
  },
};

export const Type: Story = {
  render: () => (
    <div className="grid gap-2">
      <p className="text-28 font-bold">28 Apa kabar?</p>
      <p className="text-20 font-[650]">
        20 Chats <span lang="ja">トーク</span>
      </p>
      <p className="text-17 font-[650]">
        17 Members <span lang="ko">멤버</span>
      </p>
      <p className="text-15">
        15 Body <span lang="zh-TW">今天下雨，記得帶傘</span>
      </p>
      <p className="text-13 text-ink-soft">13 Preview, hints, rules</p>
      <p className="text-12 text-ink-faint tabular-nums">12 Time 09:41 · Read 128</p>
    </div>
  ),
};

/** A theme inside the other one: what differs must be a token, never a selector. */
export const Nested: Story = {
  render: () => (
    <div className="grid grid-cols-2 gap-3">
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className="rounded-card bg-surface p-4 text-ink">
          <p>
            {theme} <span className="text-brand-text">link</span> <span className="text-danger">error</span>
          </p>
        </div>
      ))}
    </div>
  ),
};
