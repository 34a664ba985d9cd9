/** Gives an entry of a calendar to the device as a file; calendars open it. `ics`: its text. */
export function saveCalendar(ics: string): void {
  const url = URL.createObjectURL(new Blob([ics], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'event.ics';
  link.click();
  // Some browsers begin to read after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
