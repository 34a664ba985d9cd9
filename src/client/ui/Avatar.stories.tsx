import type { Meta, StoryObj } from '@storybook/react-vite';
import { Avatar } from './Avatar.tsx';
import type { AvatarSize } from './Avatar.tsx';

const meta = { title: 'ui/Avatar', component: Avatar, args: { id: 'u1', name: 'Dewi Larasati' } } satisfies Meta<
  typeof Avatar
>;
export default meta;
type Story = StoryObj<typeof meta>;

const SIZES: AvatarSize[] = [96, 72, 64, 56, 48, 40, 36, 32, 24, 20];
const NAMES = [
  'Dewi Larasati',
  '青島みのり',
  '윤하늘',
  '韋婷',
  'Sari Wulandari',
  'Q3 launch',
  '🛵 riders',
  'فاطمة الزهراء',
  "O'Neill",
  '',
];
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#f7c99a"/><circle cx="30" cy="28" r="9" fill="#fff0cf"/><path d="M0 40 16 26l14 12 18-10v20H0z" fill="#5c4a5e"/></svg>')}`;

export const Sizes: Story = {
  render: () => (
    <div className="flex flex-wrap items-end gap-3">
      {SIZES.map((size) => (
        <Avatar key={size} id="u1" name="Dewi Larasati" size={size} isOnline={size > 20} />
      ))}
    </div>
  ),
};
export const Names: Story = {
  render: () => (
    <div className="flex flex-wrap gap-3">
      {NAMES.map((name, index) => (
        <Avatar key={name} id={`person-${index}`} name={name} />
      ))}
    </div>
  ),
};
/** All ten hues must carry their initials at 4.5:1. */
export const Hues: Story = {
  render: () => (
    <div className="flex flex-wrap gap-2">
      {Array.from({ length: 40 }, (_, index) => (
        <Avatar key={index} id={String(900_000 + index * 7)} name="KB" size={36} />
      ))}
    </div>
  ),
};
export const Places: Story = {
  render: () => (
    <div className="flex gap-3">
      <Avatar id="c1" name="Film Pelan" shape="place" size={56} />
      <Avatar id="c2" name="巷口書店" shape="place" isVerified />
      <Avatar id="c3" name="Reading circle" shape="place" size={40} />
    </div>
  ),
};
export const Picture: Story = {
  render: () => (
    <div className="flex gap-3">
      <Avatar id="c1" name="Jogja" src={PICTURE} isOnline />
      <Avatar id="c1" name="Jogja" src={PICTURE} shape="place" isVerified />
    </div>
  ),
};
/** The picture does not come: the initials stay. */
export const BrokenPicture: Story = {
  render: () => (
    <div className="flex gap-3">
      <Avatar id="c1" name="Jogja" src="data:image/png;base64,broken" />
      <Avatar id="c2" name="巷口書店" src="data:image/png;base64,broken" shape="place" />
    </div>
  ),
};
export const Labelled: Story = { args: { label: 'Dewi Larasati, online', isOnline: true } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { isOnline: true, name: 'فاطمة الزهراء' } };
