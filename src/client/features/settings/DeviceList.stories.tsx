import type { Meta, StoryObj } from '@storybook/react-vite';
import { toDeviceId } from '#protocol/casts.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { DeviceList } from './DeviceList.tsx';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const device = (number: number, name: string, ago: number) => ({
  id: toDeviceId(`00000000-0000-4000-8000-00000000000${number}`),
  name,
  created: sampleNow - 90 * DAY,
  seen: sampleNow - ago,
  current: number === 1,
});
const here = device(1, 'Chromium · Linux', 0);

const meta: Meta<typeof DeviceList> = {
  title: 'features/settings/DeviceList',
  component: DeviceList,
  parameters: { plane: 'sunken', width: 720 },
  args: {
    now: sampleNow,
    onLogOut: () => {},
    devices: [device(2, 'Firefox · Android', 7 * MINUTE), device(3, 'Safari · iPhone', 3 * DAY), here],
  },
};
export default meta;
type Story = StoryObj<typeof DeviceList>;

/** This device first, then the most recently seen. */
export const Three: Story = {};
export const OnlyThis: Story = { args: { devices: [here] } };
/** Two tabs of the world at once, one that never said what it is, one that was last here months ago. */
export const EveryTime: Story = {
  args: {
    devices: [
      here,
      device(2, 'Edge · Windows', MINUTE),
      device(3, '', 5 * 60 * MINUTE),
      device(4, 'Safari · iPad', 80 * DAY),
    ],
  },
};
export const LongName: Story = {
  args: {
    devices: [here, device(2, 'Samsung Internet 28 on a very old tablet in the kitchen, next to the rice', 9 * DAY)],
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Japanese: Story = { globals: { language: 'ja' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
