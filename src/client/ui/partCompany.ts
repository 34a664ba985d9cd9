/**
 * What comes along with the code of every part that is loaded later, such as the words that the first picture does without. The app sets `load` when it
 * starts; a part is shown when both are there, and one that fails is asked for again with the other.
 */
export const partCompany: { load: () => Promise<void> } = { load: () => Promise.resolve() };

/** A loader that brings the company along. */
export function inCompany<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => (await Promise.all([load(), partCompany.load()]))[0];
}
