import type { Meta, StoryObj } from '@storybook/react-vite';
import { toUserId } from '#protocol/casts.ts';
import { sampleCards } from '#testing/samplePeople.ts';
import { PersonProfile } from './PersonProfile.tsx';

const [minori] = sampleCards;
if (!minori) throw new Error('sample people are missing');
const nothing = () => {};

const meta: Meta<typeof PersonProfile> = {
  title: 'features/contacts/PersonProfile',
  component: PersonProfile,
  parameters: { plane: 'sunken' },
  args: {
    card: minori,
    name: 'Minori',
    alias: 'Minori',
    relation: 'friend',
    isOnline: true,
    isOpening: false,
    problem: undefined,
    onMessage: nothing,
    onStartGroup: nothing,
    onAlias: nothing,
    onAdd: nothing,
    onUnhide: nothing,
    onHide: nothing,
    onBlock: nothing,
    onUnblock: nothing,
    onRemove: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof PersonProfile>;

export const Friend: Story = {};
export const RightToLeft: Story = { parameters: { dir: 'rtl', plane: 'sunken' } };
export const Hidden: Story = { args: { relation: 'hidden', name: minori.name, alias: undefined, isOnline: false } };
export const Blocked: Story = { args: { relation: 'blocked', name: minori.name, alias: undefined } };
export const Stranger: Story = { args: { relation: 'none', name: minori.name, alias: undefined } };
export const Opening: Story = { args: { isOpening: true } };
export const Offline: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const LongName: Story = {
  args: {
    card: { ...minori, id: toUserId(99), name: 'Maximiliana Konstantinopolitanska-Weber', status: 'x'.repeat(120) },
    name: 'Maximiliana Konstantinopolitanska-Weber',
    alias: undefined,
  },
};
/** A colour that the person chose. */
export const ChosenColour: Story = { args: { card: { ...minori, av: 'c9' } } };
