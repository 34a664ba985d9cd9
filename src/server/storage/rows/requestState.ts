/** States of a request to be let in (`join_requests.state`). */
export const requestState = { waiting: 0, accepted: 1, refused: 2, withdrawn: 3 } as const;
