import type { CardWords } from '#protocol/entities/appCards.ts';

/** Who stands behind signed init data, as the messenger knows it. `person`: this maker's own number for somebody. `start`: what the link or button said. */
export interface VerifiedLaunch {
  readonly person: number;
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly start?: string | undefined;
}

/** A service message. `silent`: it makes no sound. */
export interface ServiceMessage {
  readonly person: number;
  readonly text: string;
  readonly card?: CardWords | undefined;
  readonly silent?: boolean | undefined;
}

/** What the messenger does for the server of a mini-app. `key`: a repeat with the same one does nothing more. Everything is refused with AppApiError. */
export interface AppApi {
  verify(data: string): Promise<VerifiedLaunch>;
  send(message: ServiceMessage, key: string): Promise<void>;
  /** Prepares a card for one person to share; answers its id. */
  createCard(person: number, words: CardWords, key: string): Promise<string>;
  changeCard(card: string, words: CardWords, key: string): Promise<void>;
  /** How a card stands; undefined for one that is gone. */
  getCard(card: string): Promise<{ v: number; shared: boolean } | undefined>;
}
