import type { Meta, StoryObj } from '@storybook/react-vite';
import { FaceStack } from './FaceStack.tsx';

const PEOPLE = ['Bram Santoso', '小林さくら', '박서준', '林佳穎', 'Ingrid Olsen'].map((name) => ({ id: name, name }));

const meta = { title: 'parts/FaceStack', component: FaceStack, args: { people: PEOPLE } } satisfies Meta<
  typeof FaceStack
>;
export default meta;
type Story = StoryObj<typeof meta>;

/** More people than faces: the words beside it say how many. */
export const Default: Story = {
  render: (args) => (
    <p className="flex items-center gap-2 text-13">
      <FaceStack {...args} />
      Bram, さくら and 3 others
    </p>
  ),
};
export const OnePerson: Story = { args: { people: PEOPLE.slice(0, 1) } };
export const Nobody: Story = { args: { people: [] } };
export const Everybody: Story = { args: { max: 5 } };
export const Sizes: Story = {
  render: (args) => (
    <div className="grid justify-items-start gap-3">
      <FaceStack {...args} size={20} />
      <FaceStack {...args} size={32} />
      <FaceStack {...args} size={48} />
    </div>
  ),
};
/** The rings take the ground they stand on. */
export const OnSunken: Story = { parameters: { plane: 'sunken' }, args: { size: 36 } };
export const OnRaised: Story = { parameters: { plane: 'raised' }, args: { size: 36 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { size: 36, max: 4 } };
