import type { Meta, StoryObj } from '@storybook/react-vite';
import { emptyManifestForm, toManifestForm } from '#domain/manifestForms.ts';
import { sampleManifest } from '#testing/sampleMakers.ts';
import { AboutAppFields } from './AboutAppFields.tsx';

const meta: Meta<typeof AboutAppFields> = {
  title: 'features/appMaker/AboutAppFields',
  component: AboutAppFields,
  parameters: { plane: 'raised', width: 600 },
  args: { form: toManifestForm(sampleManifest), problems: {}, icon: undefined, onChange: () => {} },
  decorators: [
    (Story) => (
      <div className="grid gap-4">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof AboutAppFields>;

export const Filled: Story = {};
export const Wrong: Story = {
  args: { form: emptyManifestForm(), problems: { 'names.en': 'missing', 'about.zh-TW': 'long' } },
};
