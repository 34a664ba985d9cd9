import type { Meta, StoryObj } from '@storybook/react-vite';
import { KeyHint } from './KeyHint.tsx';

const meta = { title: 'ui/KeyHint', component: KeyHint, args: { keys: ['Ctrl', 'K'] } } satisfies Meta<typeof KeyHint>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Chord: Story = {};
export const One: Story = { args: { keys: ['?'] } };
export const Sunken: Story = { parameters: { plane: 'sunken' }, args: { keys: ['Umschalt', 'Enter'] } };
