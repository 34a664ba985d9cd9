/** The first field that is wrong takes the focus, once it says what is wrong. `data-wrong`: a part without a field of its own. */
export function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus());
}
