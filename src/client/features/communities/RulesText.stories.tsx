import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { samplePeek } from '#testing/samplePlaces.ts';
import { RulesText } from './RulesText.tsx';

const meta: Meta<typeof RulesText> = {
  title: 'features/communities/RulesText',
  component: RulesText,
  parameters: { width: 340 },
  args: { rules: samplePeek.rules ?? '' },
};
export default meta;
type Story = StoryObj<typeof RulesText>;

/** A line each; every one in its language. */
export const Several: Story = {
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(3);
    await expect(canvas.getByText('처음 오신 분께 친절하게')).toHaveAttribute('lang', 'ko');
  },
};
/** One rule needs no number. */
export const One: Story = {
  args: { rules: 'No selling, no giveaways\n\n' },
  async play({ canvas }) {
    await expect(await canvas.findByText('No selling, no giveaways')).toBeVisible();
    await expect(canvas.queryByRole('list')).toBeNull();
  },
};
/** Numbers, dots and dashes that somebody wrote are not said twice; empty lines are none, and digits of the words stay. */
export const NumberedByHand: Story = {
  args: {
    rules:
      '1. Ask before you take a picture of people\n\n2) No selling\n3、自家現像の質問は歓迎\n• 천천히\n- Pelan saja\n-\n４．早めに\n2.5 hours of quiet a day',
  },
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(7);
    await canvas.findByText('Ask before you take a picture of people');
    await canvas.findByText('自家現像の質問は歓迎');
    await canvas.findByText('Pelan saja');
    await canvas.findByText('早めに');
    await canvas.findByText('2.5 hours of quiet a day');
  },
};
/** Two digits, and words without a place to break. */
export const ChineseLargeTextPhone: Story = {
  args: {
    rules: [
      'Donaudampfschifffahrtsgesellschaft'.repeat(4),
      '請勿轉貼他人照片，也請不要在這裡做買賣。有疑問請先看置頂公告，再來發問。',
      ...Array.from({ length: 9 }, () => '慢慢來比較快'),
    ].join('\n'),
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'zh-TW', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { rules: 'كن لطيفًا مع الجدد\nNo selling, no giveaways\nكتاب واحد كل شهر' },
  parameters: { dir: 'rtl' },
};
