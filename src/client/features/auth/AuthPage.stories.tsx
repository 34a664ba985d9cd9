import type { Meta, StoryObj } from '@storybook/react-vite';
import { EntryContext } from '#client/context.ts';
import { createFakeEntryServices } from '#testing/fakeServices.ts';
import { sampleCards, sampleMe } from '#testing/samplePeople.ts';
import { withEntry } from '#testing/withEntry.tsx';
import { AuthPage } from './AuthPage.tsx';

const people = sampleCards.map(({ id, handle, name }) => ({ id: Number(id), name, handle: handle ?? '' }));
const never = () => new Promise<never>(() => {});
const ended = createFakeEntryServices();
ended.session.setState({ state: 'ended', userId: sampleMe.id, account: sampleMe });

/** The door with its requests. Its windows, the demo world and a pause are among the screens. */
const meta: Meta<typeof AuthPage> = {
  title: 'features/auth/AuthPage',
  component: AuthPage,
  decorators: [withEntry()],
  parameters: { plane: 'none' },
  args: { mode: 'logIn' },
};
export default meta;
type Story = StoryObj<typeof AuthPage>;

type Play = NonNullable<Story['play']>;
const logIn: Play = async ({ canvas, userEvent }) => {
  await userEvent.type(await canvas.findByLabelText('ID'), 'dewi');
  await userEvent.type(canvas.getByLabelText('Password', { selector: 'input' }), 'kucing oranye');
  await userEvent.click(canvas.getByRole('button', { name: 'Log in' }));
};

/** The server ended the session: the person is known, and their ID is filled in. */
export const LoggedOutElsewhere: Story = {
  decorators: [
    (Story) => (
      <EntryContext value={ended}>
        <Story />
      </EntryContext>
    ),
  ],
  async play({ canvas }) {
    await canvas.findByDisplayValue('dewi');
    await canvas.findByText(/still on this device/i);
  },
};
export const Wrong: Story = {
  parameters: { entry: { logIn: async () => ({ ok: false, code: 'WRONG_LOGIN' }) } },
  async play(context) {
    await logIn(context);
    await context.canvas.findByText('ID or password is not right.');
  },
};
export const Busy: Story = { parameters: { entry: { logIn: never } }, play: logIn };
export const Offline: Story = {
  parameters: { entry: { logIn: async () => ({ ok: false, code: 'TIMEOUT' }) } },
  async play(context) {
    await logIn(context);
    await context.canvas.findByText(/what you typed stays here/i);
  },
};
/** The refusal of a demo person stands below the demo people, not at the form. */
export const DemoRefused: Story = {
  parameters: {
    entry: {
      demoPeople: async () => ({ ok: true, data: people }),
      demoEnter: async () => ({ ok: false, code: 'INTERNAL' }),
    },
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Enter as 青島みのり' }));
    await canvas.findByText(/something went wrong on the server/i);
  },
};
export const SignUpInKorean: Story = { args: { mode: 'signUp' }, globals: { language: 'ko' } };
