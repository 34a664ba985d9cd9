import type { Meta, StoryObj } from '@storybook/react-vite';
import { Ellipsis } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { PersonRow } from './PersonRow.tsx';

const meta = {
  title: 'parts/PersonRow',
  component: PersonRow,
  parameters: { width: 352 },
  args: { id: 'u2', name: '青島みのり', detail: 'ジョグジャまであと9日', isOnline: true, href: '#', readerLang: 'en' },
} satisfies Meta<typeof PersonRow>;
export default meta;
type Story = StoryObj<typeof meta>;

const All = () => (
  <>
    <PersonRow
      id="u1"
      name="Dewi Larasati"
      detail="@dewi · pelan-pelan asal sampai"
      isOnline
      href="#"
      readerLang="en"
      end={<Tag>You</Tag>}
    />
    <PersonRow id="u2" name="青島みのり" detail="ジョグジャまであと9日" isOnline href="#" isChosen readerLang="en" />
    <PersonRow
      id="u3"
      name="Kedai Sore"
      detail="Kopi dan roti, tiap hari"
      shape="place"
      isVerified
      href="#"
      readerLang="en"
      end={<Tag tone="ok">Open</Tag>}
    />
    <PersonRow
      id="u4"
      name="Bram Rahardjo"
      href="#"
      readerLang="en"
      end={<IconButton icon={Ellipsis} label="More about Bram Rahardjo" size="small" />}
    />
    <PersonRow
      id="u5"
      name="Tomo"
      detail="Added you"
      readerLang="en"
      end={
        <Button size="small" kind="tonal" label="Add Tomo">
          Add
        </Button>
      }
    />
  </>
);
export const List: Story = { render: () => <All /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <All />
    </div>
  ),
};
export const Focus: Story = {
  play: async () => {
    await userEvent.tab();
  },
};
export const Ticks: Story = {
  args: { href: undefined },
  render: () => (
    <>
      <PersonRow id="u2" name="青島みのり" avatarSize={40} isTicked onClick={fn()} readerLang="en" />
      <PersonRow id="u6" name="윤하늘" avatarSize={40} isTicked={false} onClick={fn()} readerLang="en" />
      <PersonRow
        id="u7"
        name="Rangga Adhitama"
        detail="Already in the group"
        avatarSize={40}
        isTicked
        isDisabled
        onClick={fn()}
        readerLang="en"
      />
    </>
  ),
};
/** The whole row is the target, and the button at its end stays a button of its own. */
export const TargetAndEnd: Story = {
  args: { href: undefined, onClick: fn(), end: <IconButton icon={Ellipsis} label="More" onClick={fn()} /> },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    const more = canvas.getByRole('button', { name: 'More' }).getBoundingClientRect();
    await expect(
      document.elementFromPoint(more.x + more.width / 2, more.y + more.height / 2)?.closest('button'),
    ).toHaveAccessibleName('More');
    await userEvent.click(canvas.getByRole('button', { name: '青島みのり' }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
export const VeryLong: Story = {
  args: {
    name: 'Raden Mas Panji Sosrokartono Kusumaningrat',
    detail: 'Bekerja dari mana saja selama ada kopi dan jaringan yang tidak terlalu lambat',
    end: <Tag>Indonesia</Tag>,
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <All /> };
