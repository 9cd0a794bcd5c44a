/** Scripts between the owner and people of the lab; the layout is told in `home.ts`. */
export const WORK = `
# lab *2
< {freezer} alarm went off {twice|again|at {time}}, did you see? | Door of {freezer} was ajar this morning 😬
> {Checking the log|On my way down}. Temperature? | Was it the {gasket|latch|ice on the seal}?
< Minus {62-74} and falling again | Ice on the seal. Scraped it, closes fine now
> {Good|Phew}. Logging it and I'll watch the readings tonight

# lab
> Where are the {sample} from {month}? The list says {freezer} but the rack is empty
< I moved them when we defrosted. {freezer2}, shelf {1-4} | Lukas had them for the {extraction|sequencing} run
> Found them. Updating the containers table | Please write it in the list next time 🙏
<? Sorry!! Will do

# lab
< We're out of {reagent} | {reagent} arrives {weekday}, supplier says delayed
> Can you borrow some from {the third floor|Calloway's group|the teaching lab}? | Ordering now, {2-4} boxes
< Third floor has half a {bottle|box} | {Thanks|Great}. I'll shift the {PCR|prep|assay} to {weekday}

# lab
< Gel is {beautiful|blank|smeared} 😭 | Run failed, Q30 is {48-70} percent | Library looks great, {22-58} ng per microlitre
> Old {buffer|ladder|primers}? Try fresh ones | Yes!! Finally | Send me the trace?
< Repeating with {half the template|new primers|a longer extension}
>? Third time lucky

# lab
> Can you take my {minus eighty|culture room|autoclave} duty on {weekday}? Ida has a match
< Sure, swap for {weekday2}? | Only if you do my {weekday2} 😄
> Deal, putting it in the calendar

# lab
< How do you thaw the {sample} again, ice or {37|room temperature}?
> On ice, {20-40} minutes, and spin before opening | It's in the protocol note, step {3-6}
<? You and your notes, thank you

# lab @9-11 !
< Auditor comes {weekday}, are the freezer logs complete? | Inspection moved to {weekday} 😱
> Logs yes, labels on {freezer} no | I'll print the container list tonight
< I do the labels, you do the {eyewash|chemical} list
> Team work

# lunch *2
< Lunch? {cafe} or canteen | Starving. {takeaway} today?
> {cafe}, {time}? | Ten more minutes, gel is running | Brought leftovers, join you on the roof
< {Meet you downstairs|See you there|Roof it is}

# lunch
< There's cake in the kitchen, {Priya's birthday|somebody got a grant|no reason} 🍰
> On my way | Save me a slice, I'm in the cold room!
<? It's going fast

# computing *2
< Server is down again, can't reach {the share|the sequencer PC|the license} | {computer} won't boot
> Did you turn it off and on? 😇 | Disk full? It was at {93-98} percent yesterday
< Disk full. Who has {400-900} gigs of raw images | It's the power supply, smells burnt
> That would be me… moving them to the archive | Spare one is in the store room, shelf {2-5}

# computing
> Can you give {the new student|Priya|me} access to {computer}?
< Which groups? | Done. Password comes by phone
> Just {imaging|sequencing}, thanks!

# computing
< Updating {computer} tonight at {evening}, save your stuff
> My job needs until {evening2}, can it wait? | {Fine|Go ahead}, nothing running
< {Moved to {weekday}|Going ahead}

# computing !
< Script crashed at row {12000-98000}: a date like {31|30}.02. in the table 🤦
> Somebody typed it by hand. Skip and report? | Ha, that's the second time
< Skipping, writing them to a problem list
>? And let's validate on entry

# boss *2
< Could you send me the {figures|draft|budget|numbers} by {weekday}? | Please have a look at my comments on the {manuscript|report|proposal}.
> Will do, you have it {tonight|tomorrow morning} | Half done, I need {one more day|the last replicate}
< Thank you. | Good. Keep the abstract under 250 words.

# boss
< Group meeting moves to {weekday} {time}. | Can we meet for {20-30} minutes today? Nothing bad.
> {weekday} is fine | Sure, {time}? My office or yours?
< Mine. Bring the freezer inventory.

# boss !
< Congratulations, the paper is accepted with minor revisions. | The grant has been approved. Well done, all of you.
> Fantastic news!!! | That made my {day|month}, thank you!
<? We celebrate on {weekday}. I will bring a cake.

# boss @10-11 !
< The reviewers want {another control|a second cohort|the raw data}. Deadline is {weekday}.
> That's {ambitious|tight}. I can do it if Priya takes the sequencing | I'll start tonight
< I know it is a lot. Take {weekday2} off afterwards.
>? Thanks, I'll need it

# boss !
< Would you present our data at the {spring|autumn} meeting in {city}?
> I'd be happy to! | Let me check with Maya, but yes
< Register before {month}. The lab pays.
`;
