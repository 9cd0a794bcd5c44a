/** Scripts of the children's football and piano, school and offices; the layout is told in `home.ts`. */
export const CLUBS = `
# coach *2
< Practice on {weekday} is at {time} on {pitch}. Please bring water and both shirts. | Reminder: match against {opponent} on Saturday, kick-off {10-11}:30 at {pitch}.
> Ida will be there! | Thanks Dana. Does she need the {white|blue} shirt?
<? Blue. Shin pads, always shin pads.

# coach
< Practice is cancelled today, the pitch is {flooded|frozen|under water}. | No practice on {weekday}, I am {ill|travelling}.
> Thanks for letting us know, get {well|dry} soon! | Ida is heartbroken 😄 see you next week

# coach
< What a match! {3-5} to {0-2} against {opponent} and Ida {scored twice|saved a penalty|gave two assists}. | We lost {1-2} to {3-4}, but they never stopped running. Proud of them all.
> She hasn't stopped talking about it! | Great spirit. Thank you for what you do
<? Keep that smile for the next one.

# coach !
< Could Ida play in {goal|defence|midfield} on Saturday? {Our keeper is ill|Mila is away}.
> She says yes, a bit nervous | She'd love that!
< She will be fine. I will warm her up myself.

# coach @5-6 !
< Tournament at {pitch} on {Saturday|Sunday}: six teams, bring sun screen, {fruit|a cake} and folding chairs.
> We bring {orange slices|a gazebo|lemonade} | Grandma is coming too!
< Wonderful. First game at 9:20.

# coach @8-9 !
< New season! Training starts {weekday} at {time}. The fee is {80-120} dollars, please pay before the first match.
> Paid just now, thanks! | Ida grew, she needs a bigger kit

# lifts *2
< Can you take {Ida's crew|the girls|both kids} {there|to practice} on {weekday}? I do the way back | Whose turn is it to drive on Saturday?
> {Ours|Yes, our turn}, pick up at {time} | Can do, {4|5} seats. Does Zola need a booster?
< {No, she's tall now|Booster's in the hall} | Great, they'll be at the door

# lifts
< Running {10-20} late, the girls are with {Dana|Mila's dad}
> No problem, I'm here with snacks | I can wait, brought a book
<? Lifesaver

# lifts
> Did Ida leave her {boots|bottle|jacket|shin pads} in your car?
< Yes, back seat, with half a {banana|sandwich} 😂 | Looked everywhere, no
> Of course she did. I'll get it on {weekday} | Lost and found it is

# lifts
< Snack duty Saturday is us + you, oranges or muffins?
> Oranges and pretzels? | I'll do muffins if you do the fruit
< Perfect, {12-16} kids

# piano
< Theo's lesson on {weekday} moves to {time}. Is that convenient?
> Yes, thank you! | Could we do {time2} instead?
< That is fine. Please practise the left hand of the {minuet|waltz|march}.

# piano !
< The students' recital is on {weekday}, {month} {2-28}, at {evening}. Theo plays {third|fifth|last}.
> He's practising every day, we all know it by heart now 😄 | Grandma and Grandpa are coming
<? Slow and even, and breathe before the repeat.

# dentist
< Reminder: appointment for {{kid}|Robin|Maya} on {weekday} at {time}. Reply C to confirm, R to reschedule.
> C | R
< Thank you, {your appointment is confirmed|we will call you to find a new time}.

# vet !
< Biscuit is due for {her vaccination|a dental check|worming}. Call or reply to book.
> {weekday} after {time} would suit us
< Booked for {weekday} at {time}. Please bring {her booklet|a sample}.

# vet !
> Biscuit is limping on her {left|right} {front|back} paw since {yesterday|the walk}
< Any swelling or cut? Keep her quiet, we can see her at {time}.
> A little swelling. We'll be there
< It was a {thorn|grass seed|small cut}. Keep the cone on for {5-9} days, sorry Biscuit.

# parcel *3
< Your parcel {from {shop}|AF{100000-999999}} arrives today between {time} and {evening}. | Parcel AF{100000-999999} is out for delivery. | Delivered: your parcel was left {at the front door|with a neighbour|in the garage}.

# parcel
< We missed you. Parcel AF{100000-999999} waits at the {Mill Street|Station} counter until {weekday}. Pick-up code {1000-9999}.

# school *2
< Lakeside School: {no school on {weekday} because of teacher training|picture day is {weekday}|the book fair is open until {weekday}|report cards go home on {weekday}}.

# school @12-2 !
< Lakeside School: {two-hour delay|closed today} because of {snow|ice}. Buses run {two hours late|tomorrow}.

# school !
< Lakeside School: {closed this afternoon|no warm lunch today} because of {a power cut|a burst pipe|a fire drill}.

# school
< Lakeside School: {Ida|Theo} was marked absent this morning. Please call the office or reply.
> {She has a fever|He has a stomach bug|Dentist appointment}, back {tomorrow|on {weekday}|after lunch}
< Thank you, noted. {Get well soon.|See you then.}

# codes *4
< Your verification code is {100000-999999}. It expires in {5-10} minutes. | {100000-999999} is your sign-in code. Do not share it with anyone.

# codes
< Your order from {shop} is ready for pick-up. Show code {1000-9999} at the counter.
`;
