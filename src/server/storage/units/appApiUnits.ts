import { keepAppPicture } from './appApi/appPictures.ts';
import { cleanCards } from './appApi/cleanCards.ts';
import {
  deletePersonValue,
  getPersonValue,
  isRemovedBot,
  listPersonKeys,
  savePersonValue,
} from './appApi/personValues.ts';
import { prepareCard } from './appApi/prepareCard.ts';
import { readLaunch } from './appApi/readLaunch.ts';
import { readUpdates, takeUpdates } from './appApi/readUpdates.ts';
import { refreshPlace } from './appApi/refreshPlace.ts';
import { sendAppMessage } from './appApi/sendAppMessage.ts';
import { closeShare, getOwnCard, openShare } from './appApi/cardShares.ts';
import { getCard, updateCard } from './appApi/updateCard.ts';
import { findCall } from './appApi/withCall.ts';

/** Units of work that servers of mini-apps ask for, and cards in chats; see `unit.ts` for the pattern. */
export const appApiUnits = {
  ...{ findCall, isRemovedBot, keepAppPicture, readLaunch, sendAppMessage },
  ...{ getCard, prepareCard, refreshPlace, updateCard },
  ...{ closeShare, getOwnCard, openShare },
  ...{ deletePersonValue, getPersonValue, listPersonKeys, savePersonValue },
  ...{ readUpdates, takeUpdates },
  cleanCards,
} as const;
