import { limits } from '#protocol/limits.ts';
import { AppError } from '#protocol/errors.ts';
import { changeCard } from '#server/services/appApi/changeCard.ts';
import { sendServiceMessage } from '#server/services/appApi/sendServiceMessage.ts';
import { uploadCardPicture } from '#server/services/appApi/uploadCardPicture.ts';
import { verifyInitData } from '#server/services/appApi/verifyInitData.ts';
import { waitForUpdates } from '#server/services/appApi/waitForUpdates.ts';
import { appApiRoute, type AppApiRoute } from './AppApiRoute.ts';
import {
  cardChangeShape,
  cardPathShape,
  cardStateShape,
  cardVersionShape,
  initDataShape,
  keysAnswerShape,
  launchShape,
  messageAnswerShape,
  messageShape,
  newCardAnswerShape,
  newCardShape,
  noShape,
  personPathShape,
  pictureAnswerShape,
  updatesQueryShape,
  updatesShape,
  valueAnswerShape,
  valuePathShape,
  valueShape,
} from './appApiShapes.ts';

const plain = { params: noShape, query: noShape } as const;

const launches: AppApiRoute[] = [
  appApiRoute({
    ...plain,
    method: 'POST',
    path: '/initdata',
    summary: 'Checks init data that a page has sent to its server, and says who opened the app',
    codes: ['WRONG_HASH', 'EXPIRED', 'FORGOTTEN'],
    body: initDataShape,
    answer: launchShape,
    // It changes nothing, so nothing is kept under its key.
    run: ({ context, app: { app }, body }) => verifyInitData(context, app, body.data),
  }),
  appApiRoute({
    ...plain,
    method: 'POST',
    path: '/messages',
    summary: 'Sends a message to a person who allowed it, at most five for each thing he did in the app',
    codes: ['NO_ACTS', 'BLOCKED', 'NOT_FOUND'],
    body: messageShape,
    answer: messageAnswerShape,
    run: ({ context, call, body: { person, text, card, silent = false } }) =>
      sendServiceMessage(context, { ...call, person, text, card, isSilent: silent }),
  }),
  appApiRoute({
    params: noShape,
    query: updatesQueryShape,
    method: 'GET',
    path: '/updates',
    summary: 'What pages have sent to the server, in order; `after` says that what came up to it is dealt with',
    codes: [],
    body: 'none',
    answer: updatesShape,
    run: async ({ context, app: { app }, query: { after = 0, wait = 0 }, gone }) => {
      const updates = await waitForUpdates(context, { app, after, waitMs: wait * 1_000 }, gone);
      return { updates: updates.map((update) => ({ ...update, kind: 'data' as const })) };
    },
  }),
];

const cards: AppApiRoute[] = [
  appApiRoute({
    ...plain,
    method: 'POST',
    path: '/cards',
    summary: 'Prepares a card that a person may share within a day',
    codes: ['NOT_FOUND'],
    body: newCardShape,
    answer: newCardAnswerShape,
    run: ({ context, call, body }) => context.storage.run('prepareCard', { ...call, ...body }),
  }),
  appApiRoute({
    params: cardPathShape,
    query: noShape,
    method: 'PUT',
    path: '/cards/:id',
    summary: 'Gives a card other words wherever it stands, at most once a second',
    codes: ['NOT_FOUND'],
    body: cardChangeShape,
    answer: cardVersionShape,
    run: ({ context, call, params, body }) => changeCard(context, { ...call, card: params.id, words: body.words }),
  }),
  appApiRoute({
    params: cardPathShape,
    query: noShape,
    method: 'GET',
    path: '/cards/:id',
    summary: 'How often a card was changed, and in how many chats it stands',
    codes: ['NOT_FOUND'],
    body: 'none',
    answer: cardStateShape,
    run: ({ context, app: { app }, params }) => context.storage.run('getCard', { app, card: params.id }),
  }),
  appApiRoute({
    ...plain,
    method: 'POST',
    path: '/pictures',
    summary: 'Keeps a picture (JPEG, PNG or WebP, at most 5 MB, made square) for cards of this app',
    codes: ['NOT_A_PICTURE', 'TOO_LARGE'],
    body: 'raw',
    answer: pictureAnswerShape,
    run: ({ context, media, call, app: { owner }, bytes }) =>
      uploadCardPicture(context, media, { ...call, owner, bytes }),
  }),
];

const values: AppApiRoute[] = [
  appApiRoute({
    params: personPathShape,
    query: noShape,
    method: 'GET',
    path: '/people/:person/values',
    summary: 'Keys of the values that the app keeps for a person',
    codes: ['NOT_FOUND'],
    body: 'none',
    answer: keysAnswerShape,
    run: async ({ context, app: { app }, params: { person } }) => ({
      keys: await context.storage.run('listPersonKeys', { app, person }),
    }),
  }),
  appApiRoute({
    params: valuePathShape,
    query: noShape,
    method: 'GET',
    path: '/people/:person/values/:key',
    summary: 'One value',
    codes: ['NOT_FOUND'],
    body: 'none',
    answer: valueAnswerShape,
    run: async ({ context, app: { app }, params }) => ({
      value: await context.storage.run('getPersonValue', { app, ...params }),
    }),
  }),
  appApiRoute({
    params: valuePathShape,
    query: noShape,
    method: 'PUT',
    path: '/people/:person/values/:key',
    summary: 'Keeps a value of at most 4,096 bytes; 1,024 of them for each person',
    codes: ['NOT_FOUND', 'FULL', 'TOO_LARGE'],
    body: valueShape,
    answer: noShape,
    run: async ({ context, call, params: { person, key }, body: { value } }) => {
      if (Buffer.byteLength(value) > limits.appValueMax) throw new AppError('TOO_LARGE');
      await context.storage.run('savePersonValue', { ...call, person, name: key, value });
      return {};
    },
  }),
  appApiRoute({
    params: valuePathShape,
    query: noShape,
    method: 'DELETE',
    path: '/people/:person/values/:key',
    summary: 'Deletes a value; one there is not counts for nothing',
    codes: ['NOT_FOUND'],
    body: 'none',
    answer: noShape,
    run: async ({ context, app: { app }, params }) => {
      await context.storage.run('deletePersonValue', { app, ...params });
      return {};
    },
  }),
];

/** Everything that servers of mini-apps can ask for. */
export const appApiRoutes: readonly AppApiRoute[] = [...launches, ...cards, ...values];
