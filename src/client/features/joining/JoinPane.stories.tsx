import type { Meta, StoryObj } from '@storybook/react-vite';
import { toChatId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { JoinPane } from './JoinPane.tsx';

const link = { c: toChatId(9_001), kind: 2, title: 'Garden', cnt: 4, me: 'out' as const };
const seed = (answers: FakeAnswers) => ({ seed: { ...sampleSeed, answers } });

const meta: Meta<typeof JoinPane> = {
  title: 'features/joining/JoinPane',
  component: JoinPane,
  decorators: [withServices(sampleSeed, '/join/abcdefgh')],
  parameters: { plane: 'none', ...seed({ 'link.peek': () => ({ ok: true, data: link }) }) },
  args: {
    code: 'abcdefgh',
    entrance: ({ id, taken, onEnter }) => (
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          onEnter({ name: 'Dew' });
        }}
      >
        {taken !== undefined && <p>Taken: {taken}</p>}
      </form>
    ),
  },
};
export default meta;
type Story = StoryObj<typeof JoinPane>;

export const Preview: Story = {
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'Join' });
  },
};
/** Asking becomes waiting, and waiting can be taken back. */
export const AskingAndTakingBack: Story = {
  parameters: seed(
    ((): FakeAnswers => {
      let me: 'out' | 'waiting' = 'out';
      return {
        'link.peek': () => ({ ok: true, data: { ...link, asks: 1, ask: 'Who are you?', me } }),
        'link.use': () => {
          me = 'waiting';
          return { ok: true, data: { c: link.c, state: 'waiting' } };
        },
        'request.withdraw': () => {
          me = 'out';
          return { ok: true, data: {} };
        },
      };
    })(),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your answer'), 'a neighbour');
    await userEvent.click(canvas.getByRole('button', { name: 'Ask to join' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Take it back' }));
    await canvas.findByRole('button', { name: 'Ask to join' });
  },
};
/** A community is entered by the form that is put in here; a name that somebody has already goes back to it. */
export const Community: Story = {
  parameters: seed({
    'link.peek': () => ({ ok: true, data: { ...link, kind: 3, rules: 'Be kind' } }),
    'link.use': () => ({ ok: false, code: 'NAME_TAKEN' }),
  }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Join' }));
    await canvas.findByText('Taken: Dew');
  },
};
/** Somebody took the last place meanwhile. */
export const FullWhenPressed: Story = {
  parameters: seed(
    ((): FakeAnswers => {
      let isFull = false;
      return {
        'link.peek': () => ({ ok: true, data: { ...link, ...(isFull ? { full: 1 as const } : {}) } }),
        'link.use': () => {
          isFull = true;
          return { ok: false, code: 'FULL' };
        },
      };
    })(),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Join' }));
    await canvas.findByText('This chat is full');
  },
};
export const Gone: Story = {
  parameters: seed({ 'link.peek': () => ({ ok: false, code: 'GONE' }) }),
  async play({ canvas }) {
    await canvas.findByText('This invitation does not work any more');
  },
};
export const Offline: Story = {
  parameters: seed({ 'link.peek': () => ({ ok: false, code: 'UNAVAILABLE' }) }),
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'Try again' });
  },
};
