import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { readCardHead } from '#domain/readCardHead.ts';
import type { CardBody } from '#protocol/entities/appCards.ts';
import { cameraCard, giftCard, longCard, queueCard, wholeCard } from '#testing/sampleAppCards.ts';
import { sampleAppAnswers } from '#testing/sampleApps.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { cardHeight } from './cardHeight.ts';
import { CardSlot } from './CardSlot.tsx';

type StageProps = { body: CardBody };

const item = sampleLine('group', '車票錢');

function Stage({ body }: StageProps) {
  const look = useSampleLook();
  const card = readCardHead(body);
  return (
    <div
      data-testid="slot"
      className="w-80 overflow-hidden rounded-bubble bg-bubble-other [--plane:var(--bubble-other)]"
    >
      {card && <CardSlot card={card} item={item} look={look} tabIndex={0} />}
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/CardSlot',
  component: Stage,
  decorators: [withServices({ answers: sampleAppAnswers })],
  parameters: { plane: 'sunken' },
  args: { body: queueCard },
  /** The room that is kept before the code of cards is there is never more than the card takes then: nothing moves back. */
  async play({ args, canvas }) {
    await canvas.findByText(args.body.words.title);
    const { height } = canvas.getByTestId('slot').getBoundingClientRect();
    await expect(Math.ceil(height)).toBeGreaterThanOrEqual(cardHeight(args.body));
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Queue: Story = {};
export const Gift: Story = { args: { body: giftCard } };
export const Chart: Story = { args: { body: cameraCard } };
export const Everything: Story = { args: { body: wholeCard } };
export const Long: Story = { args: { body: longCard } };
