import type { Meta, StoryObj } from '@storybook/react-vite';
import { MakerPart } from './MakerPart.tsx';

const meta: Meta<typeof MakerPart> = {
  title: 'features/appMaker/MakerPart',
  component: MakerPart,
  parameters: { plane: 'sunken', width: 720 },
  args: { title: 'Hosts', text: 'The browser stops the pages from talking to any other host.', children: 'Content' },
};
export default meta;
type Story = StoryObj<typeof MakerPart>;

export const WithText: Story = {};
export const TitleOnly: Story = { args: { text: undefined } };
