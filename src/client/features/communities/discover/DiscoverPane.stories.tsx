import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, type ComponentProps } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { useLocation } from 'wouter';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleCommunities, samplePeek } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { DiscoverPane } from './DiscoverPane.tsx';

type Find = NonNullable<FakeAnswers['community.find']>;

/** What the server finds, and what it was asked. */
const find = fn<Find>();
const all: Awaited<ReturnType<Find>> = { ok: true, data: { items: [...sampleCommunities] } };
/** Addresses one came to. */
const came = fn<(path: string) => void>();

const cameTo = (path: string) => waitFor(() => expect(came).toHaveBeenLastCalledWith(path));

function Stage(props: ComponentProps<typeof DiscoverPane>) {
  const [path] = useLocation();
  useEffect(() => came(path), [path]);
  return (
    <div className="h-[760px] bg-surface-sunken text-ink">
      <DiscoverPane {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/communities/DiscoverPane',
  component: Stage,
  decorators: [withServices({ answers: { 'community.find': (input) => find(input) } }, '/discover')],
  parameters: { plane: 'none' },
  args: { chosenId: undefined },
  beforeEach() {
    came.mockReset();
    find.mockReset().mockResolvedValue(all);
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** The most active ones first; one that is pressed is opened. */
export const Found: Story = {
  args: { chosenId: sampleCommunities[1]?.c ?? samplePeek.card.c },
  async play({ canvas, userEvent }) {
    await canvas.findByText('7 communities shown');
    await expect(find).toHaveBeenCalledWith({ sort: 'activity' });
    await userEvent.click(canvas.getByRole('link', { name: /^週末さんぽ部/ }));
    await cameTo('/discover/3002');
    await userEvent.click(canvas.getByRole('button', { name: 'New community' }));
    await cameTo('/discover/new');
  },
};
/** Words, topic and order are one question. */
export const Narrowed: Story = {
  async play({ canvas, userEvent }) {
    await canvas.findByText('7 communities shown');
    find.mockResolvedValue({ ok: true, data: { items: sampleCommunities.slice(1, 2) } });
    await userEvent.type(canvas.getByRole('searchbox'), ' balkon ');
    await userEvent.click(canvas.getByRole('button', { name: 'Neighbourhood' }));
    await userEvent.selectOptions(canvas.getByLabelText('Order'), 'By name');
    await canvas.findByText('1 community shown');
    await waitFor(() => expect(find).toHaveBeenLastCalledWith({ sort: 'name', q: 'balkon', cat: 'local' }));
  },
};
/** The way out of a question that finds nothing is to ask for everything. */
export const NothingFound: Story = {
  beforeEach() {
    find.mockImplementation(({ q }) => (q === undefined ? all : { ok: true, data: { items: [] } }));
  },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'zebra');
    await canvas.findByText('Nothing found');
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }));
    await canvas.findByText('7 communities shown');
    await expect(canvas.getByRole('searchbox')).toHaveValue('');
  },
};
/** What moved to the second page meanwhile does not stand twice; the third is on its way. */
export const NextPages: Story = {
  beforeEach() {
    find.mockImplementation(({ from }) => {
      if (from === undefined) return { ok: true, data: { items: sampleCommunities.slice(0, 2), next: 2 } };
      if (from === 2) return { ok: true, data: { items: sampleCommunities.slice(1, 3), next: 4 } };
      return new Promise(() => undefined);
    });
  },
  async play({ canvas, userEvent }) {
    // The end of a short page is in sight: the next one is asked for by itself.
    await canvas.findByText('3 communities shown');
    const more = canvas.getByRole('button', { name: 'Show more' });
    await userEvent.click(more);
    await waitFor(() => expect(more).toHaveAttribute('aria-busy', 'true'));
    await expect(find).toHaveBeenLastCalledWith({ sort: 'activity', from: 4 });
    await expect(canvas.getAllByRole('link', { name: /^Kebun Balkon/ })).toHaveLength(1);
  },
};
export const OfflineForAWhile: Story = {
  beforeEach() {
    find.mockResolvedValueOnce({ ok: false, code: 'UNAVAILABLE' });
  },
  async play({ canvas, userEvent }) {
    await canvas.findByText(/cannot be reached/);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await canvas.findByText('7 communities shown');
    await expect(canvas.queryByText(/cannot be reached/)).toBeNull();
  },
};
/** On a phone there is a way back to the chats. */
export const KoreanLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    await canvas.findByText('커뮤니티 7개 표시');
    await userEvent.click(canvas.getByRole('link', { name: '채팅 목록으로' }));
    await cameTo('/chats');
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  async play({ canvas }) {
    await canvas.findByText('7 communities shown');
  },
};
