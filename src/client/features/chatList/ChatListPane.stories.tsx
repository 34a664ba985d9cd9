import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, screen, spyOn, waitFor } from 'storybook/test';
import { useServices } from '#client/context.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { toChatId } from '#protocol/casts.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleChat } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChatListPane, type ChatListPaneProps } from './ChatListPane.tsx';

const used: { services?: FakeServices } = {};

/** The list in the place it has on a screen: beside the conversation, on a phone instead of it. */
function Stage(props: ChatListPaneProps) {
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return (
    <div className="h-dvh w-full border-line tablet:w-list tablet:border-e">
      <ChatListPane {...props} />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chatList/ChatListPane',
  component: Stage,
  parameters: { plane: 'none' },
  decorators: [withServices(sampleSeed)],
  args: { openId: undefined, onOpen: fn(), onNew: fn(), onDiscover: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Filled: Story = {
  async play({ args, canvas, userEvent }) {
    await expect(await canvas.findByRole('link', { name: /^윤하늘.*Draft: 그럼 토요일에 역 앞에서/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('link', { name: /^青島みのり.*2 unread messages/ }));
    await expect(args.onOpen).toHaveBeenCalledWith(toChatId(2_002));
  },
};
/** What is being written in the open chat stands there, not here. */
export const OneOpen: Story = {
  args: { openId: toChatId(2_004) },
  async play({ canvas }) {
    const open = await canvas.findByRole('link', { current: 'page' });
    await expect(open).toHaveTextContent(/^윤하늘/);
    await expect(open).not.toHaveTextContent('Draft:');
  },
};
/** While the device's cache is being read nothing claims that there are no chats. */
export const Loading: Story = {
  async play({ canvas }) {
    await canvas.findByRole('link', { name: /^Ibu/ });
    used.services?.stores.chatList.setState({ loaded: false });
    await expect(await canvas.findByRole('status', { name: 'Loading your chats' })).toBeVisible();
    await expect(canvas.queryByText('No chats yet')).toBeNull();
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};
export const Empty: Story = {
  parameters: { seed: {} },
  async play({ args, canvas, userEvent }) {
    await expect(await canvas.findByText('No chats yet')).toBeVisible();
    const [, inTheMiddle] = canvas.getAllByRole('button', { name: 'New chat' });
    await userEvent.click(inTheMiddle as HTMLElement);
    await expect(args.onNew).toHaveBeenCalledOnce();
  },
};
/** The search looks at names, and says so when it finds none. */
export const Searched: Story = {
  async play({ canvas, userEvent }) {
    const field = canvas.getByLabelText('Search chats');
    await userEvent.type(field, 'jogja');
    await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(1));
    await expect(canvas.getByRole('link')).toHaveTextContent('Jogja bareng 🛵');
    await userEvent.clear(field);
    await userEvent.type(field, 'zebra');
    await expect(await canvas.findByText('No chat with “zebra”')).toBeVisible();
  },
};
export const Pinned: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.pointer({ target: await canvas.findByRole('link', { name: /^Ibu/ }), keys: '[MouseRight]' });
    await expect(await screen.findByRole('menu', { name: 'Actions for Ibu' })).toBeVisible();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Pin to the top' }));
    await expect(await canvas.findByRole('link', { name: /^Ibu.*pinned/ })).toBeVisible();
    await expect(screen.queryByRole('menu')).toBeNull();
  },
};
/** A finger gets a sheet: a menu would lie under the hand. */
export const UnderAFinger: Story = {
  globals: { viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    const row = await canvas.findByRole('link', { name: /^Ibu/ });
    const match = globalThis.matchMedia.bind(globalThis);
    const finger = spyOn(globalThis, 'matchMedia').mockImplementation((query) =>
      match(query === '(pointer: coarse)' ? 'all' : query),
    );
    await userEvent.pointer({ target: row, keys: '[MouseRight]' });
    finger.mockRestore();
    await expect(await screen.findByRole('dialog', { name: 'Ibu' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(used.services?.calls).toContainEqual({ name: 'markRead', input: { c: toChatId(2_005), s: 9 } });
  },
};
/** A folder made for one chat is there at once, and shows that chat. */
export const IntoAFolder: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.pointer({ target: await canvas.findByRole('link', { name: /^Ibu/ }), keys: '[MouseRight]' });
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Folders…' }));
    await userEvent.type(await screen.findByLabelText('Name of the folder'), 'Family{Enter}');
    await expect(await screen.findByRole('checkbox', { name: /^Family/ })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await userEvent.click(await canvas.findByRole('button', { name: /^Family/ }));
    await waitFor(() => expect(canvas.getAllByRole('link')).toHaveLength(1));
    await expect(canvas.getByRole('link')).toHaveTextContent('Ibu');
  },
};
export const IntoTheArchive: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.pointer({ target: await canvas.findByRole('link', { name: /^Ibu/ }), keys: '[MouseRight]' });
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Archive/ }));
    await waitFor(() => expect(canvas.queryByRole('link', { name: /^Ibu/ })).toBeNull());
    await userEvent.click(await canvas.findByRole('button', { name: 'Archive' }));
    await expect(await canvas.findByRole('link', { name: /^Ibu/ })).toBeVisible();
    await expect(canvas.getByText('These chats make no sound and are not counted.')).toBeVisible();
  },
};
const invited = sampleChat({ id: 2_020, title: '週末さんぽ部', me: { st: memberState.invited } });
/** An invitation is answered; nothing else can be done with it. */
export const Invited: Story = {
  parameters: { seed: { chats: [invited, sampleChat({ id: 2_021, title: 'Piket 7B' })] } },
  async play({ canvas, userEvent }) {
    // Once the code of the menu is there, a menu would come at once.
    await userEvent.pointer({ target: await canvas.findByRole('link', { name: /^Piket/ }), keys: '[MouseRight]' });
    await screen.findByRole('menu');
    await userEvent.keyboard('{Escape}');
    await userEvent.pointer({ target: await canvas.findByRole('link', { name: /^週末/ }), keys: '[MouseRight]' });
    await expect(screen.queryByRole('menu')).toBeNull();
  },
};
/** Discover has no place in a phone's bar: it is here. */
export const JapanesePhone: Story = {
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ args, canvas, userEvent }) {
    await canvas.findByRole('link', { name: /^青島みのり.*未読2件/ });
    await userEvent.click(canvas.getByRole('button', { name: 'さがす' }));
    await expect(args.onDiscover).toHaveBeenCalledOnce();
  },
};
export const LargeTextRightToLeft: Story = {
  parameters: { textScale: 1.4, dir: 'rtl' },
  async play({ canvas }) {
    await canvas.findAllByRole('link');
  },
};
