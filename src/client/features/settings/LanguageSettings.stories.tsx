import type { Meta, StoryObj } from '@storybook/react-vite';
import { LanguageSettings } from './LanguageSettings.tsx';

const meta: Meta<typeof LanguageSettings> = {
  title: 'features/settings/LanguageSettings',
  component: LanguageSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: { chosen: undefined, shownName: 'English', onChange: () => {} },
};
export default meta;
type Story = StoryObj<typeof LanguageSettings>;

export const LikeTheBrowser: Story = {};
export const Chosen: Story = {
  args: { chosen: 'ko', shownName: '한국어' },
  globals: { language: 'ko' },
  async play({ canvas }) {
    const chosen = await canvas.findByRole<HTMLInputElement>('radio', { name: '한국어' });
    if (!chosen.checked) throw new Error('the chosen language is not marked');
  },
};
/** Chosen by a later version, which had more languages: none is marked. */
export const UnknownLanguage: Story = { args: { chosen: 'jv' } };
export const JapaneseLikeTheBrowser: Story = { args: { shownName: '日本語' }, globals: { language: 'ja' } };
export const IndonesianPhone: Story = {
  args: { shownName: 'Bahasa Indonesia' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
