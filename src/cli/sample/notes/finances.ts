import {listOf} from "../words/list.ts";
import {linesOf, type Topic} from "./topic.ts";

/** The slots `month` and `year` are given with the note. */
export const FINANCES: Topic = {
  folder: "house/money",
  tags: ["money", "budget", "insurance", "taxes"],
  count: 18,
  titles: linesOf(`
Budget {year}
Insurance review {year}
Taxes {year}
{bill} is going up
Saving for the {goal}
Comparing {product}s
Money talk, {month} {year}`),
  layouts: [
    [{sentences: 4}, {heading: "To do", tasks: 3}],
    [{sentences: 3}, {heading: "Numbers", bullets: 4}],
    [{sentences: 5}]
  ],
  sentences: linesOf(`
Groceries took {18-27} percent of the month, eating out another {5-9}, the rest is rent and what the children grow out of.
Interest on the savings account fell to {1-3}.{1-9} percent, so the fixed deposit is worth a look.
The electricity tariff rises by {4-12} percent in January; the switch would save about {60-240} dollars a year.
We keep three months of expenses untouched and pay the {goal} from what is left.
The tax office wants receipts for the home office, the childcare and the donations.
Cancelled two subscriptions that nobody had opened since spring.
The deductible is {500-1500} dollars, so small claims are not worth the paper.
Refinancing would cost more in fees than it saves before the lease ends.
Moved {100-400} dollars a month to the college fund by standing order on the 25th.
Refund for the returned jacket has not arrived; wrote to the shop a second time.
The car costs {340-520} dollars a month all in, and that is before the tyres.
Travel was over budget by {5-22} percent, entirely because of Lisbon, and nobody regrets it.
Gas bill in January is four times that of July, as always.
Asked for three quotes; the cheapest excludes water damage, which is the only thing we have ever had.
The landlord announced a new rent from the first of {month}, within the legal limit.
Envelope method for eating out: cash in a jar, when it is empty we cook.
Reimbursement of the conference trip came after five weeks, filed under income by mistake.
Pension statement arrived: keep it with the others in the grey folder.
Splitting costs by income instead of by half feels fairer to both of us.
Inflation on the weekly shop is visible even without a chart, mostly butter and coffee.
The warranty of the dishwasher ends in {month}, so repair or replace before then.
Rounded every estimate up and still came out {80-400} dollars short in December.`),
  items: linesOf(`
rent {1840-2010}
groceries {720-980}
utilities {190-340}
insurance {205-240}
savings {250-600}`),
  tasks: linesOf(`
compare two quotes
scan the receipts
call the bank about the fee
move the surplus to the {goal}
check the January meter reading
cancel the unused subscription
send form to the tax adviser`),
  words: {
    bill: listOf("Rent | Electricity | The gas bill | Internet | Car insurance"),
    goal: listOf("roof fund | summer trip | new bikes | college fund | piano"),
    product: listOf(`
      bank account | phone plan | liability policy | electricity tariff | travel insurance`)
  }
};
