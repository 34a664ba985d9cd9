import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toChatId } from '#protocol/casts.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import { sampleCommunities, samplePeek } from '#testing/samplePlaces.ts';
import { CommunityTile } from './CommunityTile.tsx';

const { card } = samplePeek;
const as = (more: Partial<CommunityCard>): { card: CommunityCard } => ({ card: { ...card, ...more } });
const arabic = sampleCommunities.at(-1) ?? card;

const meta: Meta<typeof CommunityTile> = {
  title: 'features/communities/CommunityTile',
  component: CommunityTile,
  parameters: { plane: 'sunken' },
  args: { card, href: '/discover/3001', isChosen: false, onClick: fn() },
  // The page of the stories must not go anywhere.
  render: (args) => (
    <div className="h-64 max-w-72">
      <CommunityTile
        {...args}
        onClick={(event) => {
          event.preventDefault();
          args.onClick(event);
        }}
      />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof CommunityTile>;

/** All of it is the link; how people join is said in full to those who cannot see the mark. */
export const Open: Story = {
  async play({ args, canvas, userEvent }) {
    const link = await canvas.findByRole('link', { name: /4,962 members.*Hobbies.*Anybody can join at once/ });
    await expect(link).toHaveAttribute('href', '/discover/3001');
    await userEvent.click(canvas.getByText(/^Slow talk/));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
export const Chosen: Story = {
  args: { isChosen: true },
  async play({ canvas }) {
    await expect(await canvas.findByRole('link')).toHaveAttribute('aria-current', 'true');
  },
};
/** One that needs a code, one that approves, and one that lets nobody in by itself; unknown ways let nobody in either. */
export const OtherWays: Story = {
  render: (args) => (
    <div className="flex flex-wrap gap-4">
      {[3, 2, 0, 99].map((join) => (
        <div key={join} className="h-64 w-72">
          <CommunityTile {...args} card={{ ...card, c: toChatId(3_010 + join), join }} />
        </div>
      ))}
    </div>
  ),
  async play({ canvas }) {
    await expect(await canvas.findAllByText('Invitation')).toHaveLength(2);
    await canvas.findByText('Code');
    await canvas.findByText('Approval');
  },
};
/** No description, no topic, nobody but its owner. */
export const NothingSaid: Story = {
  args: { card: { c: card.c, title: 'Malam', cnt: 1, cap: 5, b: card.b, join: 1 } },
  async play({ canvas }) {
    await canvas.findByText('1 member');
  },
};
/** Two lines each, wherever the words break. */
export const LongText: Story = {
  args: as({
    title: 'Donaudampfschifffahrtsgesellschaft'.repeat(2).slice(0, 60),
    about: '低い山、長い道、温泉で解散。週末だけのゆるい部活です。走りません、競いません、写真は好きなだけ。'.repeat(6),
    cat: 'technology',
  }),
};
export const JapaneseLargeTextPhone: Story = {
  args: as({ title: 'Slow Threads — weaving, mending and dyeing, and everything', join: 2, cat: 'local' }),
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { card: arabic }, parameters: { dir: 'rtl' } };
