import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, within } from 'storybook/test';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { byId, cardsOf, moveApp } from './appLists.ts';
import { ArrangeDialog, type ArrangeDialogProps } from './ArrangeDialog.tsx';

/** Moves what is moved. */
function Living({ apps: first, ...rest }: ArrangeDialogProps) {
  const [apps, setApps] = useState<readonly AppCard[]>(first);
  return (
    <ArrangeDialog
      {...rest}
      apps={apps}
      onMove={(id, place) =>
        setApps(
          cardsOf(
            moveApp(
              apps.map((app) => app.id),
              id,
              place,
            ),
            byId(apps),
          ),
        )
      }
    />
  );
}

const meta: Meta<typeof ArrangeDialog> = {
  title: 'features/miniApps/ArrangeDialog',
  component: ArrangeDialog,
  parameters: { plane: 'sunken' },
  args: { apps: sampleApps.slice(0, 4), onMove: () => undefined, onClose: () => undefined },
  render: (args) => <Living {...args} />,
};
export default meta;
type Story = StoryObj<typeof ArrangeDialog>;

const order = (body: HTMLElement): string[] =>
  within(body)
    .getAllByRole('listitem')
    .map((row) => row.textContent);

/** The arrow keeps the focus while its row moves, and at the end of the way its sister has it. */
export const ByArrows: Story = {
  async play({ canvasElement, userEvent }) {
    const body = canvasElement.ownerDocument.body;
    const down = await within(body).findByRole('button', { name: 'Move おちゃ便 down' });
    await userEvent.click(down);
    await expect(order(body).at(-1)).toContain('おちゃ便');
    await expect(within(body).getByRole('button', { name: 'Move おちゃ便 up' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(order(body)[2]).toContain('おちゃ便');
    await expect(within(body).getByRole('button', { name: 'Move おちゃ便 up' })).toHaveFocus();
    await within(body).findByText('おちゃ便 is number 3 of 4 now');
  },
};
export const ByDrawing: Story = {
  async play({ canvasElement }) {
    const body = canvasElement.ownerDocument.body;
    const [first, , third] = await within(body).findAllByRole('listitem');
    const grip = first?.firstElementChild;
    const list = first?.parentElement;
    if (!grip || !list || !third) throw new Error('no rows');
    // The events of a script belong to no real pointer, which could be caught.
    list.setPointerCapture = () => undefined;
    const { top } = third.getBoundingClientRect();
    const at = (type: string, clientY: number, on: Element) =>
      on.dispatchEvent(new PointerEvent(type, { bubbles: true, clientY, pointerId: 1, button: 0 }));
    at('pointerdown', 0, grip);
    await new Promise(requestAnimationFrame);
    at('pointermove', top + 4, list);
    await new Promise(requestAnimationFrame);
    at('pointerup', top + 4, list);
    await expect(order(body)[2]).toContain('Patungan');
  },
};
export const LongNamesLargeText: Story = {
  args: { apps: [...oddApps, ...sampleApps.slice(0, 2)] },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
