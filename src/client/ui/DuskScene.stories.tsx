import type { Meta, StoryObj } from '@storybook/react-vite';
import { DuskScene } from './DuskScene.tsx';

/** It fills whatever stands around it, so a story is the shape of its parent. */
const meta = { title: 'ui/DuskScene', component: DuskScene, parameters: { plane: 'none' } } satisfies Meta<
  typeof DuskScene
>;
export default meta;
type Story = StoryObj<typeof meta>;

const framed = (width: number, height: number): Story => ({
  decorators: [
    (Story) => (
      <div className="relative" style={{ width, height }}>
        <Story />
      </div>
    ),
  ],
});

export const HalfOfADesk: Story = framed(720, 800);
export const OnAPhone: Story = framed(360, 450);
export const Narrow: Story = framed(220, 640);
/** A picture has no reading direction: the birds stay where they are. */
export const RightToLeft: Story = { ...framed(480, 480), parameters: { plane: 'none', dir: 'rtl' } };
