/** Where somebody reads: a line, its message if it is one, and how far below the upper edge of the view its bubble stands, px. */
export interface ReadingSpot {
  key: string;
  seq: number | undefined;
  top: number;
}
