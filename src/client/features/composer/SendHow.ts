/** In what other way a message is sent. `silent`: nobody is alerted. `at`: later, server clock, ms. */
export interface SendHow {
  silent?: boolean;
  at?: number;
}
