import { useState } from 'react';
import { placeProblems, type PlaceForm } from '#domain/communityRules.ts';

/** A form of a community as its fields get it, for previews of some of them. `isAsked`: it was sent once, and what is wrong is said. `onSet`: hears of each change. */
export function usePlaceFields(
  begin: PlaceForm,
  { isAsked, onSet }: { isAsked: boolean; onSet: (field: keyof PlaceForm, value: unknown) => void },
) {
  const [form, setForm] = useState(begin);
  return {
    form,
    set: (field: keyof PlaceForm) => (value: unknown) => {
      setForm((before) => ({ ...before, [field]: value }));
      onSet(field, value);
    },
    errors: isAsked ? placeProblems(form) : {},
  };
}
