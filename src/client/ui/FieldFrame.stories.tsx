import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { CONTROL_CLASS, fieldClass } from './fieldClass.ts';
import { FieldFrame } from './FieldFrame.tsx';

const control = (value: string, more: { describedBy?: string; isInvalid?: boolean; isDisabled?: boolean } = {}) => (
  <div className={fieldClass(more)}>
    <input
      id="field"
      defaultValue={value}
      disabled={more.isDisabled}
      aria-invalid={more.isInvalid}
      aria-describedby={more.describedBy}
      className={CONTROL_CLASS}
    />
  </div>
);

const meta = {
  title: 'ui/FieldFrame',
  component: FieldFrame,
  parameters: { width: 360 },
  args: { id: 'field', label: 'Group name', children: control('Badminton Selasa') },
} satisfies Meta<typeof FieldFrame>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Empty: Story = { args: { children: control('') } };
export const HiddenLabel: Story = {
  args: { isLabelHidden: true },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('textbox', { name: 'Group name' })).toBeVisible();
  },
};
export const Hint: Story = {
  args: { hint: 'Everybody in it sees this name.', children: control('', { describedBy: 'field-hint' }) },
};
/** The error takes the place of the hint. */
export const Failed: Story = {
  args: {
    hint: 'Everybody in it sees this name.',
    error: 'Use at least one letter or digit.',
    children: control('···', { describedBy: 'field-error', isInvalid: true }),
  },
  play: async ({ args, canvasElement }) => {
    await expect(within(canvasElement).getByRole('alert')).toHaveTextContent(args.error ?? '');
    await expect(canvasElement).not.toHaveTextContent('Everybody');
  },
};
export const Disabled: Story = {
  args: {
    isDisabled: true,
    hint: 'Only the owner may rename it.',
    children: control('昼休み将棋', { isDisabled: true }),
  },
};
export const VeryLong: Story = {
  parameters: { width: 240, textScale: 1.4 },
  args: {
    label: 'Nama yang terlihat oleh semua anggota kelompok, termasuk yang baru bergabung',
    error: 'Nama ini terlalu panjang untuk ditampilkan di daftar; pakailah paling banyak enam puluh huruf.',
    children: control('Paguyuban warga perumahan', { describedBy: 'field-error', isInvalid: true }),
  },
};
export const Japanese: Story = {
  globals: { language: 'ja' },
  args: {
    label: 'グループ名',
    hint: '参加している全員に表示されます。',
    children: control('昼休み将棋', { describedBy: 'field-hint' }),
  },
};
export const RightToLeft: Story = {
  parameters: { width: 360, dir: 'rtl' },
  args: {
    label: 'اسم المجموعة',
    error: 'اكتب حرفًا واحدًا على الأقل.',
    children: control('', { describedBy: 'field-error', isInvalid: true }),
  },
};
