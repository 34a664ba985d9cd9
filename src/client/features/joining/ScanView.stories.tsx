import type { Meta, StoryObj } from '@storybook/react-vite';
import { ScanView } from './ScanView.tsx';

const meta: Meta<typeof ScanView> = {
  title: 'features/joining/ScanView',
  component: ScanView,
  decorators: [
    (Story) => (
      <div className="mx-auto w-full max-w-100 p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    camera: 'idle',
    // No object that would hold the element: Storybook walks through all that hangs on its arguments.
    video: () => {},
    found: undefined,
    isReading: false,
    onCamera: () => {},
    onPicture: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof ScanView>;

export const Before: Story = {};
export const Looking: Story = { args: { camera: 'looking' } };
export const CameraRefused: Story = { args: { camera: 'refused' } };
export const NoCamera: Story = { args: { camera: 'missing' } };
export const ReadingAPicture: Story = { args: { isReading: true } };
export const NoCodeInIt: Story = { args: { found: { kind: 'none' } } };
export const OfAnotherApp: Story = {
  args: {
    found: { kind: 'foreign', text: 'https://elsewhere.example/promo?id=0123456789012345678901234567890123456789' },
  },
};
export const Indonesian: Story = {
  args: { camera: 'refused' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
