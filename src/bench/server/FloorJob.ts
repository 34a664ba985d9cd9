/** One message on its way to the floor's database. */
export interface FloorJob {
  c: number;
  u: number;
  cid: string;
  text: string;
  at: number;
}
