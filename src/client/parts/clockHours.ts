/** How a time of day is written everywhere: 24 hours, "09:05", in the digits and with the mark of the language. For `Intl.DateTimeFormat`. */
export const clockHours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
