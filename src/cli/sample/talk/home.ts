/**
 * Scripts are blocks: `# theme`, then turns. `*3` makes a script three times as likely, `@11-2` keeps it to
 * November through February, `!` keeps it away for months once it was told. `<` is the other one, `>` the owner, `?` a turn
 * that is often left out; ` | ` stands between ways to say it, slots are told in `../grammar.ts`.
 */
export const HOME = `
# dinner
< Want to come over for dinner on {weekday}? I'm making {dish} | {dish} at ours on {weekday}, you in? | We owe you a dinner. {weekday}?
> {Yes!|Love to|Count us in}. What can we bring? | {weekday} is tricky, could we do {weekday2}?
< Just yourselves, and maybe {a salad|dessert|bread|something to drink} | {weekday2} works even better
> Great, we'll be there around {evening}
<? Kids can watch a film in the den while we talk like grown-ups

# dinner
> That {dish} was {so good|amazing|the best thing I ate this month}, can I have the recipe?
< Ha thanks! It's mostly {grocery} and patience | From my grandmother, I'll write it down for you | Secret is roasting the {grocery} first
> Making it on {weekday}
<? Send a photo

# partner *2
< {Leaving now|On my way|Just got out}, home {in {15-50}|around {evening}} | Train is {10-40} min late again 😤 | Stuck in traffic by the bridge
> {Okay|No rush}, {pasta's on|kids are fed|dinner's in the oven} | Drive safe | I'll start bedtime with Theo
<? Love you | Thanks ❤️ | You're the best

# partner
< Did you {lock the back door|turn off the oven|take the bins out|feed the dog|move the laundry over}?
> Yes | Yes, went back to check | Uhh. Going back now | I thought you did
<? Thank you, was going to drive myself mad

# partner !
> Can you pick up {kid} from {practice|school|piano|chess club} today? {Meeting ran over|Freezer delivery came late|I'm stuck at the lab}
< {Sure|Yes|I can}, {time}? | I have a call until {time}, ask Femi?
> {time2}. Thank you, owe you one | Perfect, shin pads are in the hall

# partner
< Do we have plans on {weekday}? {Hannah|Nadia|My sister} is asking about {brunch|dinner|a walk}
> Nothing in the calendar | Only Ida's match at {time} | We said we'd finally sort the garage
< I'll say yes then | Garage can wait another week 😄

# partner !
> Miss you. How's {the conference|the visit to your sister|Portland|the training}?
< {Long|Good|Weird} day. Talked to {20-60} people and remember {2-4} names | Tired, the hotel bed is a plank | Good! Miss you too. Kids okay?
> {Asleep by eight, a miracle|Theo built a fort and lives in it now|Ida won her match, biggest grin}
< Kiss them for me

# partner
< Date night {weekday}? There's {film} at the Rialto | We haven't been out in forever. {weekday}, {restaurant}?
> Yes! I'll ask Kayla | If Kayla can sit, yes yes yes
< {Booked for {evening}|Got us a table at {evening}} | Wearing the good shoes

# partner !
< Electric bill came, {120-260} dollars 😳 | Have you seen the {water|heating|phone} bill? It went up again
> It was a cold month | We left the heater on in the shed, I bet
< Let's look at the insulation in the attic before next winter
>? I'll ask around for quotes

# partner
< Can you transfer the {rent|football fee|school trip money|vet bill}? It's due {weekday}
> Done | Just did | Doing it tonight, remind me if I forget
<? Thanks, ticking it off the list

# partner @11-12 !
< What are we giving {Mom|Erik|Grandpa|the kids} for the holidays?
> Thinking {gift} | {gift}? {weekday} I could stop by {store}
< {He|She|They} would love that | We gave that two years ago 😂 how about {gift2}
> {Deal|Ordered|Ordering tonight}

# partner @12-2 !
< Roads are icy, take it slow | It's snowing!! Kids are already in boots
> School closed? | I'll work from home this morning | Where's the sled
< {Closed|Two-hour delay|Open, sadly for Theo} | Sled is in the garage behind the bikes

# home
< The {dishwasher|dryer|washing machine|fridge} is making that {noise|grinding sound|smell} again
> Is it the pump? I cleaned the filter on {weekday} | Turn it off, I'll look tonight
< It says E{12-29} on the display | It stopped when I kicked it
> I'll look up the manual. Warranty should be in the inventory list | {Don't kick it|Kicking is not on the maintenance plan} 😂

# home
> Where did we put the {thing}?
< Garage, shelf {A|B|C}, I think box {1-9} | Attic, behind the tent | Lent it to {Gus|Owen|Femi}, remember?
> {Found it!|Not there…|Oh right} {Thanks|Looking again|I should have looked at the inventory first}

# home *2
< Need anything from {store}?
> {grocery}, {grocery2} and {grocery3} please | {grocery} and light bulbs, the small ones | Dog food! And {grocery}
< Got it | They're out of {grocery}, is {grocery2} okay?
>? Perfect

# home
< I think Biscuit ate {a sock|half a {grocery}|one of Theo's crayons|the corner of a library book} 🙄
> Again?! Is she acting normal? | Call the vet?
< Tail wagging like nothing happened | She looks very proud | Watching her. Vet says wait until tomorrow

# home @4-9
< The {tomatoes|beans|roses|courgettes} look {sad|amazing|thirsty}, did you water?
> {This morning|Last night}. Might be {aphids|slugs|the heat} | No, can you? I'm at work until {evening}
< {Watered|Done|On it}. Slugs got the {lettuce|basil|strawberries} again | First one is ripe!! 🍅

# home !
< Smoke alarm is chirping again
> Battery. There are nine-volts in the drawer under the {toaster|phone}
< Which one of the {four|five} alarms though | Got it. Peace at last

# kids *2
< Theo has a temperature, {38-39}.{1-8}. School called | Ida was sick on the bus 😞
> Poor thing. I'll come home | I can work from home this afternoon, leaving now
< {Asleep now|On the sofa with the dog}. Bring {ginger ale|crackers|soup}? | Gave medicine at {time}, next one at {evening}
> {On my way|Will do}. Tell {him|her} I'm coming

# kids !
< Parent evening is {weekday} at {evening}, you or me? | Permission slip for the {museum|farm|science} trip, did you sign?
> Me, you did the last one | Signed, it's in the green folder
<? 🏅

# kids !
< Theo's teacher says his reading has {taken off|come on so much|really improved} 🎉 | Ida got {9-10} out of 10 in her spelling test
> That's {wonderful|brilliant}! All those bedtime stories | So proud. Pancakes for dinner
< He wants to read "{book}" by himself now | She pretends she doesn't care but she's beaming

# kids !
> What does {kid} need for {school|camp|the sleepover} tomorrow?
< {Rain jacket, lunch, water bottle|Sleeping bag, toothbrush, the rabbit|Gym shoes and the project on {animal}s}
> The project is due TOMORROW? | Packed. Rabbit included

# kids !
< Ida wants {a phone|a hamster|drums|to dye her hair blue}. Every friend has {one|some} apparently
> Of course they do | We said when she's twelve | Drums might be the end of us 😂
< Told her we'd talk about it {together|on Sunday}

# sitter
> Hi Kayla, could you watch the kids on {weekday} from {evening}?
< Yes! Until when? | Sure, happy to 😊 | Sorry, I have an exam on {weekday2}. {weekday2} evening would work?
> Around eleven, is that okay? | Great, pizza money is on the counter
< {Perfect|No problem}, see you then!

# sitter
< Theo won't sleep without the {rabbit|blue blanket}, any idea where? | Kids are asleep, all good here
> Under his desk I think | You're a hero, we're back by ten thirty
<? Found it!! | No stress, I have a book

# sitter
< Hey, could I come {30-60} minutes later on {weekday}? My {bus|shift|class} changed
> No problem at all | That's fine, we'll push the table
< Thank you so much!

# neighbour
< Hello, a parcel for you was left with me. I am in until {evening}. | Your parcel is on my porch, I took it in from the rain.
> Thanks so much Gus, I'll pop over | You're a star, coming by after dinner
<? No hurry. Say hello to the children.

# neighbour
> Hi Gus, could I borrow your {ladder|pressure washer|hedge trimmer|wheelbarrow|tile saw} this weekend?
< Of course. It is in the shed, the door is open. | Certainly, but the {cord|handle} is loose, mind your fingers.
> Thank you! I'll bring it back {weekday} with some {cookies|tomatoes|jam}
<? Then keep it as long as you like.

# neighbour
< We are away from {weekday} for {4-10} days. Could you water the {greenhouse|pots} and take in the mail?
> Happy to! Key still under the {frog|blue pot}? | Of course, have a great trip
< It is. Take all the {plums|cucumbers|raspberries} you like.

# neighbour
< The bin truck comes a day {early|late} this week because of the holiday. | Somebody parked across your drive, white van. | Your sprinkler is running, is that on purpose?
> Oh, thanks for the warning! | Thank you, I would have missed that
<? You are welcome.

# neighbour @10-3 !
< The storm took a {branch|fence panel} down between our gardens. | Big branch over the fence after last night.
> Saw it. I have a chainsaw, {weekday}? | I'll come over with gloves and coffee on {weekday}
< Good. Many hands. I will make {soup|chili}.

# plumber @3-6 !
> Hi, we have water coming through the {kitchen|bathroom|laundry} ceiling, can you come today?
< Turn the main off under the sink. I can be there at {time}. | Can do {time} tomorrow. Put a bucket under it and do not use the upstairs shower.
> Main is off, bucket is filling. Thank you!
< It is the {trap|seal|supply line|elbow joint} behind the {shower|toilet}. Needs a part, about {140-390} dollars.
> Go ahead please

# plumber
< I can come {weekday} between {8-10} and noon for the {boiler|faucet|water heater}. OK?
> {weekday} works, I'll be working from home | Could it be after {time}?
< Fine. See you then.
<? Invoice is in the mail, {90-420} dollars.

# plumber @9-12 !
> The boiler shows low pressure again, about 0.{4-8} bar
< Top it up to 1.5 with the silver valve. If it drops again within a week there is a leak.
> Done, I'll keep an eye on it
<? Book the yearly service while you are at it, last one was {October|November}.
`;
