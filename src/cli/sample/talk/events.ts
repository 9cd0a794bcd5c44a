/** What happened on a certain day: `# when, with whom`, then turns as in `home.ts`. */
export const EVENTS = `
# 2025-01-01 00:04 Tom Barreto
< HAPPY NEW YEAR 🎆🎆 you two left too early
> Happy new year!! The sitter turns into a pumpkin at midnight
< This year: three gigs minimum, I'm holding you to it

# 2025-01-18 08:02 Nadia Kowal
< Entered the Spring Lake half, 17 May. Your turn
> Entered. What have I done
< Twelve weeks of long runs starting next Sunday 😈

# 2025-02-08 15:20 Mom
< Ida's birthday cake is ready. Eleven candles! When shall I come tomorrow?
> Party starts at two, come at one for the quiet part 😊
< I will bring the good knife and your grandfather.

# 2025-03-14 23:12 Priya Raman
< Are you awake? FRZ-03 is at -64 and climbing, alarm mail came at 22:50
> Awake now. Is it the door?
< Door log says closed. Compressor is silent I think, I'm driving in
> I'm coming too, 20 min. Start checking space in FRZ-05
< -62 now
> Parking. Bring the dry ice from the loading dock

# 2025-03-15 03:41 Priya Raman
> Last rack is in FRZ-05, the sensor read -28 at the end. You were amazing
< We both need sleep. Calloway knows, I sent the list of racks
> Writing the incident note tomorrow. Good night / good morning

# 2025-03-15 08:30 Ines Calloway
< I read about FRZ-03. Thank you both for saving the samples. Please stay home this morning.
> Thank you. Nothing lost as far as we can see, 14 racks moved
< We order a new compressor today, and a second sensor for every freezer.

# 2025-03-18 13:05 Lukas Weidner
< Technician is done, FRZ-03 has a new compressor and is pulling down: -28 and falling
> Music to my ears. Leave it empty for two days, then we move things back

# 2025-04-05 07:48 Ray's Plumbing
> Good morning Ray, water is dripping from the kitchen ceiling, it's getting worse. Can you come today?
< Saturday rate, but yes. Shut the main valve. There at 9:30.
> Thank you so much, valve is shut
< It was the elbow joint behind the shower. 285 dollars with the call-out.

# 2025-05-17 12:15 Nadia Kowal
< WE DID IT 🎉🎉🎉 what was your time??
> 1:47:23!!! I never thought I'd break 1:50
< So proud. I'm lying in the grass and never getting up

# 2025-05-17 13:02 Maya Ashdown
< Saw you at the finish, you looked so strong!! Theo lost his voice cheering
> Couldn't have done it without you three. Bath, then all the pizza

# 2025-06-20 17:30 Maya Ashdown
< Happy anniversary my love. Twelve years!
> Twelve! Casa Olmo at 7:30, Kayla has the kids. Wear the green one
< Already ironed ❤️

# 2025-07-12 09:05 Sofia Marchetti
< Welcome to Lisbon! The keys are in the box by the blue door, code 4417.
> We're here!! The kids counted eleven trams on the way
< Go to the viewpoint before sunset. And eat the custard tarts warm.

# 2025-08-02 10:15 Erik Ashdown
< It's a girl!!! 3.4 kg, everybody healthy, her name is Juni
> ERIK!!! 😭😭 Congratulations to all three of you, she's beautiful already
< Mom has been crying into the phone for an hour

# 2025-09-20 11:52 Coach Dana
< What a morning! 4 to 2 against the Millbrook Hawks and Ida scored the winner.
> She just told the whole supermarket about it
< As she should!

# 2025-10-11 22:40 Tom Barreto
> Still buzzing. That encore!!
< They played eleven minutes of it. ELEVEN
> My ears will forgive me by Tuesday

# 2025-11-24 16:20 Ines Calloway
< Accepted! The freezer cohort paper is in. Thank you for carrying the last month.
> I'm speechless. Best Monday of the year
< Cake tomorrow. You choose.

# 2025-12-24 18:05 Grandpa Walt
< Merry Christmas to all of you. The radio works well. Walt
> Merry Christmas Grandpa! See you tomorrow, the kids made you something

# 2025-12-31 23:58 Nadia Kowal
< Last message of the year: thank you for every kilometre
> 1,214 of them this year, my watch says. See you on the 2nd, 7 am ❤️
`;
