import type { Meta, StoryObj } from '@storybook/react-vite';
import { TikaFigure } from './TikaFigure.tsx';

const meta = {
  title: 'ui/TikaFigure',
  component: TikaFigure,
  args: { eyes: 'open' },
  decorators: [
    (Story) => (
      <svg aria-hidden viewBox="0 0 160 160" width={160} height={160}>
        <Story />
      </svg>
    ),
  ],
} satisfies Meta<typeof TikaFigure>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Awake: Story = {};
export const Asleep: Story = { args: { eyes: 'shut' } };
/** Her rim keeps her apart from every ground. */
export const OnSunken: Story = { parameters: { plane: 'sunken' } };
/** Two in one picture: each clips her cap and cheeks by an id of her own. */
export const Pair: Story = {
  render: () => (
    <>
      <g transform="scale(.5)">
        <TikaFigure eyes="open" />
      </g>
      <g transform="translate(80 80) scale(.5)">
        <TikaFigure eyes="shut" />
      </g>
    </>
  ),
};
