import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { MessageLine } from '../lines/MessageLine.tsx';
import { ChoiceLine } from './ChoiceLine.tsx';

const lines = [sampleLine('group', '車票錢'), sampleLine('group', 'group picture')];

function Stage({ first }: { first: boolean }) {
  const look = useSampleLook();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first ? [lines[0]?.key ?? ''] : []));
  const on = {
    ...look.on,
    choose: ({ key }: { key: string }) =>
      setChosen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key])),
  };
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      {lines.map((item, index) => (
        <ChoiceLine
          key={item.key}
          item={item}
          look={{ ...look, on }}
          place={index + 1}
          total={lines.length}
          isActive={index === 0}
          isFound={false}
          isChosen={chosen.has(item.key)}
          Line={MessageLine}
        />
      ))}
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ChoiceLine',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'sunken' },
  args: { first: true },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** A press anywhere on a line, or the space bar on it. */
export const Choosing: Story = {
  async play({ canvasElement }) {
    const view = within(canvasElement);
    const [first, second] = view.getAllByRole('checkbox');
    await expect(first).toBeChecked();
    await userEvent.click(second?.closest('article') as HTMLElement);
    await expect(second).toBeChecked();
    first?.closest('article')?.focus();
    await userEvent.keyboard(' ');
    await expect(first).not.toBeChecked();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
