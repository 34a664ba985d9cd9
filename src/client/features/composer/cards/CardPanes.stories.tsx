import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { toChatId } from '#protocol/casts.ts';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ContactPane } from './ContactPane.tsx';
import { PlacePane } from './PlacePane.tsx';

type StageProps = { what: 'contact' | 'place'; onClose: () => void };

/** What the menu of the composer opens for a contact and for a location. */
function Stage({ what, onClose }: StageProps) {
  const Pane = what === 'contact' ? ContactPane : PlacePane;
  return <Pane c={toChatId(1)} onClose={onClose} />;
}

const friends = sampleCards.map((card, index) => sampleContact(card, 1, index === 0 ? 'Si Bos' : undefined));
const meta: Meta<typeof Stage> = {
  title: 'features/composer/CardPanes',
  component: Stage,
  decorators: [withServices({ contacts: friends, users: sampleCards })],
  args: { what: 'contact', onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Contacts: Story = {
  async play({ args, canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.type(await page.findByRole('searchbox'), 'si bos');
    const row = await page.findByRole('checkbox', { name: /Si Bos/ });
    await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.click(row);
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};
export const ContactsOpen: Story = {};
export const ContactsPhone: Story = { parameters: { width: 360 } };
export const NoFriends: Story = { parameters: { seed: {} } };
export const NobodyFound: Story = {
  async play({ canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.type(await page.findByRole('searchbox'), 'zzz');
    await expect(await page.findByText('Nobody here is called “zzz”.')).toBeVisible();
  },
};
export const Place: Story = {
  args: { what: 'place' },
  parameters: { seed: { located: { la: -7.79558, lo: 110.36949, ac: 12.4 } } },
  async play({ args, canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: 'Find my place' }));
    await expect(await page.findByText('Exact to about 12 m')).toBeVisible();
    await userEvent.type(page.getByRole('textbox', { name: 'Name of the place' }), 'Gate 3{Enter}');
    await expect(args.onClose).toHaveBeenCalled();
  },
};
export const PlaceStart: Story = { args: { what: 'place' }, parameters: { width: 360 } };
const problem = (why: 'refused' | 'unknown' | 'late', words: RegExp): Story => ({
  args: { what: 'place' },
  parameters: { seed: { located: { problem: why } } },
  async play({ canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: 'Find my place' }));
    await expect(await page.findByRole('alert')).toHaveTextContent(words);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
});
export const PlaceRefused = problem('refused', /Allow it in the settings/);
export const PlaceUnknown = problem('unknown', /cannot tell/);
export const PlaceLate = problem('late', /too long/);
export const ContactsJapanese: Story = { globals: { language: 'ja' } };
export const PlaceKorean: Story = { args: { what: 'place' }, globals: { language: 'ko' } };
