import type { Meta, StoryObj } from '@storybook/react-vite';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleCards, sampleChat, sampleMe, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { within } from 'storybook/test';
import { LinksDialog } from './LinksDialog.tsx';
import { RequestsDialog } from './RequestsDialog.tsx';

const title = '週末さんぽ部';
const chat = sampleChat({ id: 2_009, title, members: 5, role: memberRole.owner });
const [minori] = sampleCards;
if (!minori) throw new Error('sample people are missing');
const link = { code: 'q2W-8x_LmN0pQrStUvWxYz', by: toMemberId(sampleMe.id), at: sampleNow, uses: 3, max: 10 };
const answers: FakeAnswers = {
  'link.list': () => ({ ok: true, data: { items: [link] } }),
  'request.list': () => ({
    ok: true,
    data: { items: [{ u: toMemberId(minori.id), name: minori.name, note: 'Hello!', at: sampleNow }], total: 4 },
  }),
};

/** The dialogs with their requests. The fake server refuses like a dead network unless told otherwise. */
const meta: Meta = {
  title: 'features/groups/InviteDialogs',
  decorators: [withServices({ ...sampleSeed, answers })],
};
export default meta;
type Story = StoryObj;

const body = () => within(document.body);
const links = () => <LinksDialog chat={chat} title={title} onClose={() => {}} />;
const asks = () => <RequestsDialog chat={chat} onClose={() => {}} />;

export const Links: Story = {
  render: links,
  async play() {
    await body().findByRole('img', { name: `QR code of an invitation to ${title}` });
  },
};
export const FirstLink: Story = {
  render: links,
  parameters: { seed: { ...sampleSeed, answers: { 'link.list': () => ({ ok: true, data: { items: [] } }) } } },
};
export const LinksOffline: Story = {
  render: links,
  parameters: { seed: { ...sampleSeed, answers: {} } },
  async play() {
    await body().findByText(/cannot be reached/);
  },
};
export const Requests: Story = {
  render: asks,
  async play() {
    await body().findByText('and 3 more');
  },
};
export const NobodyWaits: Story = {
  render: asks,
  parameters: {
    seed: { ...sampleSeed, answers: { 'request.list': () => ({ ok: true, data: { items: [], total: 0 } }) } },
  },
};
/** Another admin was faster. */
export const AnsweredAlready: Story = {
  render: asks,
  parameters: {
    seed: { ...sampleSeed, answers: { ...answers, 'request.decide': () => ({ ok: false, code: 'GONE' }) } },
  },
  async play({ userEvent }) {
    await userEvent.click(await body().findByRole('button', { name: `Let in ${minori.name}` }));
    await body().findByText(/answered already/);
  },
};
