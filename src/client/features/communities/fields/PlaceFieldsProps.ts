import type { FoundingProblems, PlaceForm } from '#domain/communityRules.ts';

/** What each part of the form of a community is given: the words and switches, how one is changed, and what is wrong with them. */
export type PlaceFieldsProps = {
  form: PlaceForm;
  set: <Field extends keyof PlaceForm>(field: Field) => (value: PlaceForm[Field]) => void;
  errors: FoundingProblems;
};
