import './smallWorld.ts';
import { describeWorlds } from './describeWorlds.ts';

/** Found among many thousands; the tests of each cause stand beside what was mended. */
const onceFailed = [
  // new settings brought old counts
  ...[1779, 2439, 2910, 7079, 11701, 13706, 14059, 16483],
  // a repeated command was answered with old counts
  2055,
  // a chat was wished for while others were looked at
  1009,
  // an edit and a reaction came together; a page left out an edit before a reaction
  ...[1922, 20886],
  // nobody told those who do not look of a new name
  13625,
  // an answer or a page that was late brought back what another device had let go of, or stood over its note
  ...[50152, 50198, 51011],
  // nobody counted that everybody had been called in a community that is not looked at
  50197,
  // an old word that somebody was out of a chat took it away after he had come back
  50308,
  // who went and came back followed the threads of before; his devices kept the numbers of before in rooms
  ...[90015, 90202],
  // who repeated a message of an earlier stay in a room was told a place there that nobody had stored
  90022,
  // who came in, or was out, heard of threads that he may not see
  ...[90124, 90311],
  // chats came faster than a person's own event could be read: of the last one he was told, and never heard again
  60985,
  // who does not look at a room heard of edits, reactions and ends of threads in it only with the next look of the server
  ...[90539, 90616, 91715],
  // news of a thread knew nothing of replies that are hidden from the other person, and told of them late or not at all
  ...[91002, 91024, 91068],
  // a repeated change of a thread's settings was answered with the role its person had at the first try
  91258,
  // a node that had not heard who was out told him of a thread of the chat
  ...[91718, 91760],
  // an edit of a message in doubt went out behind what was written after the message had failed
  60181,
  // the answer to a view had read counts from before those that were told while it was made
  92156,
  // answers to changes of a message of later, and to giving it up, overtook each other, and the check forgot what it may say
  92254,
  // an old event brought back a chat that a sync had told to be gone
  ...[200002, 200005],
  // the answer of a sync told of a chat, which had gone meanwhile, as of one that was here
  200062,
  // whoever was taken out while it was read that he is back entered no room
  ...[200211, 200479],
  // whoever was removed before a node began to follow the chat entered its room by a reading from before
  202775,
  // a text left the outbox for a stale span that lacked it
  201524,
  // the check did not know yet that a message was of an earlier stay
  200138,
  // what a device claimed below a floor that was raised beyond its watermark it asked about without end
  204912,
  // the cards of members had gone with their community, and were remembered as here when it came back
  206055,
  // a chat came while a sync was asked for, and had gone again when it was answered
  ...[219434, 221722],
  // a chat came back on screen while its view was being declared: the answer was of before, and no other was asked for
  217648,
  // who was told that he was out of a chat dropped the rows that he had asked for, and had not heard yet of having gone
  226382,
  // a chat began to be cached behind changes that were lost, and one of them was a message of mine
  230517,
  // the check did not wait for who hears of a community last
  ...[225633, 216756],
];

describeWorlds('worlds that once failed', { seeds: onceFailed });
