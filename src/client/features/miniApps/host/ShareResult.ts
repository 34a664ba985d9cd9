/** How a share ended. `declined`: away with it. `expired`: there is no such card any more. `failed`: it was wanted, and no chat took it. */
export type ShareResult = 'sent' | 'declined' | 'expired' | 'failed';
